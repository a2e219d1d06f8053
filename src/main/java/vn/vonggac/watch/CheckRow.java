package vn.vonggac.watch;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A check as its table holds it; {@code run} names whoever carries it out. */
@MappedEntity("on_demand_check")
record CheckRow(@Id @GeneratedValue long id, String publicId, String asker, String token,
        @Nullable Long agencyId, @Nullable Long portalId, Check.Kind kind, String target, String host,
        int pages, String earlierId, Check.State state, String steps, String verdict, int findings,
        String run, int attempts, Instant createdAt, Instant beatAt, @Nullable Instant finishedAt,
        Instant expiresAt) {

    Check check(List<CheckStep> read) {
        return new Check(publicId, asker, kind, target, portalId == null ? 0 : portalId, pages, earlierId,
                state, read, verdict, findings, createdAt, Optional.ofNullable(finishedAt), expiresAt);
    }
}
