package vn.vonggac.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import vn.vonggac.audit.Slug;
import vn.vonggac.watch.Check;

/**
 * A look that somebody asked for.
 *
 * @param id hard to guess
 * @param kind url, text, html or file
 * @param portal the watched portal the page belongs to, 0 for none
 * @param pages how many pages of the site at most
 * @param earlier the check it is compared with, or empty
 * @param state queued, running, done, cancelled, failed or expired
 * @param verdict compromised, suspicious, incomplete or clean; empty as long as there is none
 * @param findings how many
 */
@Serdeable
@Schema(name = "Check")
record CheckItem(String id, String kind, String target, long portal, int pages, String earlier, String state,
        String verdict, int findings, String asker, Instant createdAt, @Nullable Instant finishedAt,
        Instant expiresAt) {

    static CheckItem of(Check check) {
        return new CheckItem(check.id(), Slug.of(check.kind()), check.target(), check.portal(),
                check.pages(), check.earlier(), Slug.of(check.state()), check.verdict(), check.findings(),
                check.asker(), check.createdAt(), check.finishedAt().orElse(null), check.expiresAt());
    }
}
