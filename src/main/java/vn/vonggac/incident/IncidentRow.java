package vn.vonggac.incident;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.vonggac.detect.Verdict;

/**
 * An incident as its table holds it, without its pages, marks, evidence and log. {@code dueAt} is when the next of its
 * running clocks runs out.
 */
@MappedEntity("incident")
record IncidentRow(@Id @GeneratedValue long id, long portalId, Kind kind, String kinds, Status status,
        String resolution, String severity, boolean severityHeld, Gravity gravity, @Nullable Long silenceId,
        String inhibitedBy, boolean intermittent, String assignee, String level, double score, Instant t0,
        Instant lastSeen, Instant grewAt, int sightings, String cleanRounds, int pages, String firstPage,
        String apart, @Nullable Instant closedAt, @Nullable Instant restoredAt, @Nullable Instant dueAt) {

    /** Whether somebody told of it and no visit ever showed it: under suspicion without any score. */
    boolean onlyTold() {
        return score == 0 && Verdict.Level.SUSPICIOUS.name().equals(level);
    }
}
