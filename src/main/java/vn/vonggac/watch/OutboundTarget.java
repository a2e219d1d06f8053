package vn.vonggac.watch;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.vonggac.detect.Around.JudgedTarget;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Verdict;

/**
 * A page that portals link to or a script that they load from elsewhere, and what was said of it; {@code flags} counts
 * the looks in a row that found it bad, {@code failures} those that brought nothing. Of a script it is known since when it
 * is what it is.
 */
@MappedEntity("outbound_target")
record OutboundTarget(@Id @GeneratedValue long id, String url, String urlHash, String domain, Instant dueAt,
        @Nullable Instant visitedAt, int status, String verdict, double score, String finalUrl, String quote,
        int flags, int failures, boolean script, String contentHash, @Nullable Instant changedAt) {

    /** One bad look may be chance: the next has to say the same. */
    static final int SURE = 2;
    private static final int GONE = 3;
    private static final int LONGEST_URL = 4_000;

    boolean bad() {
        return flags >= SURE;
    }

    JudgedTarget judged() {
        return new JudgedTarget(url, finalUrl, Verdict.Level.valueOf(verdict.toUpperCase(Locale.ROOT)), score,
                quote);
    }

    OutboundTarget judged(Verdict said, int answered, String landed, Instant at, Instant next) {
        String strongest = said.findings().stream().max(java.util.Comparator.comparing(Finding::confidence))
                .map(Finding::quote).orElse("");
        return new OutboundTarget(id, url, urlHash, domain, next, at, answered, Looking.word(said),
                said.score(), landed.substring(0, Math.min(landed.length(), LONGEST_URL)), strongest,
                said.level().flagged() ? flags + 1 : 0, 0, script, contentHash, changedAt);
    }

    /** It came as these bytes. */
    OutboundTarget as(String hash, Instant at) {
        return hash.equals(contentHash)
                ? this
                : new OutboundTarget(id, url, urlHash, domain, dueAt, visitedAt, status, verdict, score,
                        finalUrl, quote, flags, failures, script, hash, at);
    }

    /** Whether it was something else at the look before. */
    boolean isOtherThan(OutboundTarget before) {
        return script && !before.contentHash.isEmpty() && !contentHash.equals(before.contentHash);
    }

    /** Nothing came: what was said last holds, but not for ever. */
    OutboundTarget failed(int answered, Instant at, Instant next) {
        return new OutboundTarget(id, url, urlHash, domain, next, at, answered, verdict, score, finalUrl,
                quote,
                failures + 1 < GONE ? flags : 0, failures + 1, script, contentHash, changedAt);
    }
}
