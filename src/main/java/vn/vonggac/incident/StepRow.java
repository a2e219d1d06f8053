package vn.vonggac.incident;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A line of an incident's log as its table holds it. */
@MappedEntity("incident_step")
record StepRow(@Id @GeneratedValue long id, long incidentId, Instant at, String actor, Step.Deed deed,
        String note) {

    static StepRow of(long incident, Step step) {
        return new StepRow(0, incident, step.at(), step.actor(), step.deed(), Lines.cut(step.note(), 4000));
    }

    Step step() {
        return new Step(at, actor, deed, note);
    }
}
