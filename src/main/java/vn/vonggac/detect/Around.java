package vn.vonggac.detect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vonggac.fetch.Failed;
import vn.vonggac.fetch.TlsFacts;

/**
 * What is known around a page at the moment of the visit: its encryption, why no answer came where none did, the
 * judged targets of its outbound links, how its pictures changed, and whether it is a home page that claims a trust
 * label. {@code NOTHING} for a page that nobody fetched.
 */
public record Around(Instant at, Optional<TlsFacts> tls, Optional<Failed.Cause> failed,
        List<JudgedTarget> targets, List<PictureChange> pictures, boolean labelExpected) {

    public static final Around NOTHING = new Around(Instant.EPOCH, Optional.empty(), Optional.empty(),
            List.of(), List.of(), false);

    public Around {
        targets = List.copyOf(targets);
        pictures = List.copyOf(pictures);
    }

    /** An outbound link followed one step: where it led and what was said of the page there. */
    public record JudgedTarget(String link, String finalUrl, Verdict.Level level, double score,
            String quote) {}

    /**
     * A picture at the same address as in the baseline. Likeness is 0 to 1, by what it looks like; {@code area} is
     * the share of the first screen it covers, where known, else 0.
     */
    public record PictureChange(String source, double likeness, double area) {}
}
