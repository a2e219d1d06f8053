package vn.vonggac.incident;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A bout as its table holds it. */
@MappedEntity("incident_bout")
record BoutRow(@Id @GeneratedValue long id, long incidentId, Instant t0, Instant lastSeen, Instant closedAt) {

    static BoutRow of(long incident, Bout bout) {
        return new BoutRow(0, incident, bout.t0(), bout.lastSeen(), bout.closedAt());
    }

    Bout bout() {
        return new Bout(t0, lastSeen, closedAt);
    }
}
