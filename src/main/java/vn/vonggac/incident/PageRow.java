package vn.vonggac.incident;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** A page of an incident as its table holds it. */
@MappedEntity("incident_page")
record PageRow(@Id @GeneratedValue long id, long incidentId, String url, String urlHash, Instant firstSeen,
        Instant lastSeen, @Nullable Instant cleanAt, @Nullable Instant provedAt,
        @Nullable Instant restoredAt) {

    static PageRow of(long id, long incident, String url, PageState state) {
        return new PageRow(id, incident, url, DigestUtils.sha256Hex(url), state.firstSeen(), state.lastSeen(),
                state.cleanAt().orElse(null), state.provedAt().orElse(null),
                state.restoredAt().orElse(null));
    }

    PageState state() {
        return new PageState(firstSeen, lastSeen, Optional.ofNullable(cleanAt),
                Optional.ofNullable(provedAt), Optional.ofNullable(restoredAt));
    }
}
