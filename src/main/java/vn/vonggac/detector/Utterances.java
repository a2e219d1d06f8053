package vn.vonggac.detector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import vn.vonggac.signature.Hit;

/**
 * What a page says for some topics, each thing once: signatures that find the same words confirm one another little.
 * A single phrase may stand in an honest text as well; two that have nothing in common hardly do, nor does one beside a
 * price, a way to get in touch or a call to act, nor one whose letters are disguised.
 */
final class Utterances {

    private static final double SAID_AGAIN = 0.3;
    private static final double ALONE = 0.8;
    private static final double TELLING = 0.35;
    private static final double DISGUISED = 0.35;
    private static final int MOST_TOLD_APART = 40;
    private static final int BESIDE = 200;
    private static final String DISGUISES = "@$!*#0134";

    private final Map<String, Double> worths = new HashMap<>();
    private final List<Said> told = new ArrayList<>();
    private final List<Said> offers;

    private Utterances(List<Said> offers) {
        this.offers = offers;
    }

    private record Said(Hit hit, String words, double worth) {

        static Said of(Hit hit, double worth) {
            return new Said(hit, hit.quote().toLowerCase(Locale.ROOT), worth);
        }

        boolean repeats(Said other) {
            return words.contains(other.words) || other.words.contains(words) || overlaps(other.hit);
        }

        /** A letter is drawn with a digit or another sign, or left out behind one. */
        boolean disguised() {
            for (int i = 1; i < words.length() - 1; i++) {
                if (DISGUISES.indexOf(words.charAt(i)) >= 0 && Character.isLetter(words.charAt(i - 1))
                        && Character.isLetter(words.charAt(i + 1))) {
                    return true;
                }
            }
            return false;
        }

        /** Close by, in words of its own. */
        boolean beside(Said offer) {
            return Math.abs(hit.at() - offer.hit.at()) <= BESIDE && hit.hidden() == offer.hit.hidden()
                    && !repeats(offer);
        }

        private boolean overlaps(Hit other) {
            return hit.field() == other.field() && hit.at() < other.at() + other.quote().length()
                    && other.at() < hit.at() + hit.quote().length();
        }
    }

    static Utterances of(List<Hit> hits, ToDoubleFunction<Hit> worth, List<Hit> offers) {
        Utterances utterances = new Utterances(
                offers.stream().map(offer -> Said.of(offer, offer.weight())).toList());
        List<Said> strongestFirst = hits.stream().map(hit -> Said.of(hit, worth.applyAsDouble(hit)))
                .sorted(Comparator.comparingDouble(Said::worth).reversed()).toList();
        strongestFirst.forEach(utterances::tell);
        strongestFirst.forEach(said -> utterances.worths.putIfAbsent(said.hit.signature(),
                said.worth * SAID_AGAIN));
        return utterances;
    }

    private void tell(Said said) {
        if (told.size() < MOST_TOLD_APART && told.stream().noneMatch(said::repeats)) {
            told.add(said);
            worths.putIfAbsent(said.hit.signature(), said.worth);
        }
    }

    /** Added up as noisy-or. */
    double score() {
        double doubt = worths.values().stream().reduce(1.0, (left, worth) -> left * (1 - worth));
        return told.size() == 1 ? alone(told.getFirst(), doubt) : 1 - doubt;
    }

    private double alone(Said only, double doubt) {
        if (only.hit.topic().intruders()) {
            return 1 - doubt;
        }
        double offered = offers.stream().filter(only::beside).mapToDouble(Said::worth).max().orElse(0);
        double disguised = only.disguised() ? DISGUISED : 0;
        if (offered + disguised == 0) {
            return (1 - doubt) * ALONE;
        }
        boolean telling = 1 - doubt >= TELLING;
        return 1 - doubt * (1 - disguised) * (telling ? 1 - offered : 1);
    }

    int count() {
        return told.size();
    }

    int signatures() {
        return worths.size();
    }
}
