package vn.vonggac.incident;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A page that somebody wants looked at under every view, from when, and why; the watch takes it. */
@MappedEntity("wanted_visit")
public record WantedVisit(@Id @GeneratedValue long id, long portalId, String url, Instant dueAt,
        String reason,
        @Nullable Instant takenUntil) {}
