package vn.vonggac.detect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vonggac.fetch.Failed;
import vn.vonggac.fetch.TlsFacts;

/**
 * What is known around a page at the moment of the visit: its encryption, why no answer came where none did, the
 * judged targets of its outbound links, how its pictures changed, what the portal did with harmless questions, and
 * whether the page stands for its whole portal and should carry a trust label. {@code NOTHING} for a page that nobody
 * fetched.
 */
public record Around(Instant at, Optional<TlsFacts> tls, Optional<Failed.Cause> failed,
        List<JudgedTarget> targets, List<PictureChange> pictures, List<Hole> holes, boolean home,
        boolean labelExpected) {

    public static final Around NOTHING = new Around(Instant.EPOCH, Optional.empty(), Optional.empty(),
            List.of(), List.of(), List.of(), false, false);

    public Around {
        targets = List.copyOf(targets);
        pictures = List.copyOf(pictures);
        holes = List.copyOf(holes);
    }

    /** An outbound link followed one step: where it led and what was said of the page there. */
    public record JudgedTarget(String link, String finalUrl, Verdict.Level level, double score,
            String quote) {}

    /**
     * A picture at the same address as in the baseline. Likeness is 0 to 1, by what it looks like; {@code area} is
     * the share of the first screen it covers, where known, else 0.
     */
    public record PictureChange(String source, double likeness, double area) {}

    /** An address of the portal that was asked harmlessly and did what spammers use: the proof is what it answered. */
    public record Hole(Kind kind, String url, String proof) {

        /** What it did. */
        public enum Kind {
            /** Repeated a made-up word on a page that search engines may keep. */
            REPEATS_WHAT_IT_IS_ASKED,
            /** Sent the visitor to a foreign address given in a parameter. */
            SENDS_WHERE_IT_IS_TOLD,
            /** Answered with advertising where there can be nothing; the proof is its words. */
            ADVERTISES_WHAT_IS_NOT_THERE
        }
    }

    /** The same at a moment, with what the exchange told: its encryption, or why it failed. */
    public Around seen(Instant moment, Optional<TlsFacts> encryption, Optional<Failed.Cause> failure) {
        return new Around(moment, encryption, failure, targets, pictures, holes, home, labelExpected);
    }

    /** The same for a page that stands for its portal; nobody need look further to know that it is down. */
    public Around atHome(boolean label) {
        return new Around(at, tls, failed, targets, pictures, holes, true, label);
    }

    public Around withTargets(JudgedTarget... judged) {
        return new Around(at, tls, failed, List.of(judged), pictures, holes, home, labelExpected);
    }

    public Around withPictures(PictureChange... changes) {
        return new Around(at, tls, failed, targets, List.of(changes), holes, home, labelExpected);
    }

    public Around withHoles(Hole... found) {
        return new Around(at, tls, failed, targets, pictures, List.of(found), home, labelExpected);
    }
}
