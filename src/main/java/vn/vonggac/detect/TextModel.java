package vn.vonggac.detect;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.vonggac.page.Block;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.Place;

/**
 * How much a passage reads like one that sells gambling, by a linear weight for each of its words, pairs and runs of
 * letters: what signatures do not name yet. The weights are the file {@code text-model.yml}, made by
 * {@code vonggac train} and never by hand; it tells the figures it was made with.
 */
@Singleton
public final class TextModel {

    static final int BITS = 15;
    static final int WINDOW = 24;
    static final int STEP = WINDOW / 2;
    private static final String FILE = "detect/text-model.yml";
    private static final int QUOTED = 200;
    private static final int LINE = 100;

    /** A stretch of words: how far it scores over the highest score of a clean page when the model was made. */
    public record Passage(double over, Place place, String quote) {}

    private final byte[] weights;
    private final double scale;
    private final double bias;
    private final double sure;

    public TextModel() {
        this(shipped());
    }

    TextModel(byte[] weights, double scale, double bias, double sure) {
        this.weights = weights;
        this.scale = scale;
        this.bias = bias;
        this.sure = sure;
    }

    private TextModel(Map<String, Object> file) {
        this(Base64.getMimeDecoder().decode(String.valueOf(file.get("weights"))), number(file, "scale"),
                number(file, "bias"), number(file, "sure"));
        if (weights.length != 1 << BITS) {
            throw new IllegalStateException(FILE + ": weights must be " + (1 << BITS) + " bytes in Base64");
        }
    }

    /** The passage of the page that scores highest; none on a page of a few words. */
    public Optional<Passage> strongest(PageContent content) {
        HashedWords words = HashedWords.of(content, BITS);
        int best = -1;
        double highest = Double.NEGATIVE_INFINITY;
        for (int window : windows(words)) {
            double score = score(words, window);
            if (score > highest) {
                highest = score;
                best = window;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(passage(content, words, best, highest - sure));
    }

    /** Where the passages of a page begin: half overlapping, each of enough different words. */
    static List<Integer> windows(HashedWords words) {
        List<Integer> begins = new ArrayList<>();
        for (int begin = 0; begin + STEP <= words.count(); begin += STEP) {
            if (words.different(begin, end(words, begin)) >= STEP) {
                begins.add(begin);
            }
        }
        return begins;
    }

    static int end(HashedWords words, int window) {
        return Math.min(words.count(), window + WINDOW);
    }

    double score(HashedWords words, int window) {
        int[] features = words.features(window, end(words, window));
        long sum = 0;
        for (int feature : features) {
            sum += weights[feature];
        }
        return bias + sum * scale / Math.sqrt(features.length);
    }

    private static Passage passage(PageContent content, HashedWords words, int window, double over) {
        int middle = words.block((window + end(words, window)) / 2);
        if (middle < 0) {
            return new Passage(over, Place.NOWHERE, content.title());
        }
        Block block = content.blocks().get(middle);
        String text = block.text();
        return new Passage(over, block.place(),
                text.length() > QUOTED ? text.substring(0, QUOTED) + "…" : text);
    }

    /** The model as the lines of its file, below a comment that says how it was made. */
    public String file(List<String> figures) {
        StringBuilder file = new StringBuilder();
        figures.forEach(line -> file.append("# ").append(line).append('\n'));
        file.append("scale: ").append(scale).append("\nbias: ").append(bias).append("\nsure: ").append(sure)
                .append("\nweights: |\n");
        String encoded = Base64.getEncoder().encodeToString(weights);
        for (int at = 0; at < encoded.length(); at += LINE) {
            file.append("  ").append(encoded, at, Math.min(encoded.length(), at + LINE)).append('\n');
        }
        return file.toString();
    }

    private static Map<String, Object> shipped() {
        try (InputStream file = TextModel.class.getResourceAsStream("/" + FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double number(Map<String, Object> file, String key) {
        if (file.get(key) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalStateException(FILE + ": " + key + " must be a number");
    }
}
