package vn.vonggac.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import vn.vonggac.page.PageContent;

/**
 * Fits the {@link TextModel} to labelled pages: logistic regression over their passages, and what it is worth on pages it
 * was not shown, a fifth of them at a time. The same pages always give the same model.
 */
public final class TextTraining {

    private static final int ONE_IN = 500;
    private static final int FOLDS = 5;
    private static final int ROUNDS = 6;
    private static final double RATE = 0.3;
    private static final double DECAY = 1e-5;
    private static final int LARGEST = 127;

    /** A page whose whole text was planted, or one of which nothing was; which fifth it is held out with is by name. */
    private record Sample(int fold, HashedWords words, boolean planted) {}

    private record Passage(HashedWords words, int window, boolean planted) {}

    /** The model, the number of pages of each kind, and how many planted ones were found while held out. */
    public record Fitted(TextModel model, int planted, int clean, int found, double sure) {}

    private final List<Sample> samples = new ArrayList<>();

    public void add(String name, PageContent content, boolean planted) {
        samples.add(new Sample(Math.floorMod(name.hashCode(), FOLDS), HashedWords.of(content, TextModel.BITS),
                planted));
    }

    /** Sure is what only one clean page in five hundred scores while it is held out. */
    public Fitted fit() {
        double[] scores = heldOut();
        double[] clean = scores(scores, false);
        double[] planted = scores(scores, true);
        double sure = clean[clean.length - 1 - clean.length / ONE_IN];
        int found = (int) Arrays.stream(planted).filter(score -> score > sure).count();
        return new Fitted(fit(samples, sure), planted.length, clean.length, found, sure);
    }

    private double[] scores(double[] all, boolean planted) {
        return IntStream.range(0, all.length).filter(i -> samples.get(i).planted() == planted)
                .mapToDouble(i -> all[i]).sorted().toArray();
    }

    private double[] heldOut() {
        double[] scores = new double[samples.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            int out = fold;
            TextModel model = fit(samples.stream().filter(sample -> sample.fold() != out).toList(), 0);
            for (int i = 0; i < scores.length; i++) {
                if (samples.get(i).fold() == out) {
                    scores[i] = highest(model, samples.get(i).words());
                }
            }
        }
        return scores;
    }

    private static double highest(TextModel model, HashedWords words) {
        return TextModel.windows(words).stream().mapToDouble(window -> model.score(words, window)).max()
                .orElse(0);
    }

    private static TextModel fit(List<Sample> samples, double sure) {
        List<Passage> passages = new ArrayList<>();
        for (Sample sample : samples) {
            TextModel.windows(sample.words()).forEach(
                    window -> passages.add(new Passage(sample.words(), window, sample.planted())));
        }
        Descent descent = new Descent();
        Random order = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(passages, order);
            passages.forEach(descent::step);
        }
        return descent.model(sure);
    }

    /** Stochastic gradient descent whose steps shrink where much was learned already. */
    private static final class Descent {

        private final double[] weights = new double[1 << TextModel.BITS];
        private final double[] moved = new double[1 << TextModel.BITS];
        private double bias;
        private double biasMoved = 1e-6;

        Descent() {
            Arrays.fill(moved, 1e-6);
        }

        void step(Passage passage) {
            HashedWords words = passage.words();
            int[] features = words.features(passage.window(), TextModel.end(words, passage.window()));
            double norm = 1 / Math.sqrt(features.length);
            double sum = bias;
            for (int feature : features) {
                sum += weights[feature] * norm;
            }
            double wrong = 1 / (1 + Math.exp(-sum)) - (passage.planted() ? 1 : 0);
            for (int feature : features) {
                move(feature, wrong * norm);
            }
            biasMoved += wrong * wrong;
            bias -= RATE * wrong / Math.sqrt(biasMoved);
        }

        private void move(int feature, double wrong) {
            double slope = wrong + DECAY * weights[feature];
            moved[feature] += slope * slope;
            weights[feature] -= RATE * slope / Math.sqrt(moved[feature]);
        }

        TextModel model(double sure) {
            double largest = Arrays.stream(weights).map(Math::abs).max().orElse(1);
            byte[] rounded = new byte[weights.length];
            for (int i = 0; i < rounded.length; i++) {
                rounded[i] = (byte) Math.round(weights[i] / largest * LARGEST);
            }
            return new TextModel(rounded, largest / LARGEST, bias, sure);
        }
    }
}
