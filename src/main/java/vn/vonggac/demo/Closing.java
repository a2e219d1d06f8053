package vn.vonggac.demo;

import java.time.Duration;
import java.time.Instant;
import vn.vonggac.incident.Handling;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.IncidentFilter;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Status;
import vn.vonggac.portal.Scope;

/**
 * The administrator's part in the story: what visits found clean is closed with a reason, for a story cannot wait the
 * day that the proof takes.
 */
final class Closing {

    private static final int MOST = 50;

    private final Incidents incidents;
    private final Story story;
    private final Instant start;

    Closing(Incidents incidents, Story story, Instant start) {
        this.incidents = incidents;
        this.story = story;
        this.start = start;
    }

    void look(Instant now) {
        Duration elapsed = Duration.between(start, now);
        story.begun(elapsed).stream().filter(scene -> scene.on(elapsed))
                .filter(scene -> scene.act().expects() == Act.Expectation.CLOSED)
                .forEach(scene -> close(scene, now));
    }

    private void close(Scene scene, Instant now) {
        Handling.Word word = new Handling.Word(Staff.ADMINISTRATOR, now, scene.act().what());
        incidents.list(Scope.EVERYTHING, IncidentFilter.ofPortal(scene.site().portal()), MOST, 0).rows()
                .stream().filter(incident -> incident.standing().status() == Status.CONTAINED)
                .map(Incident::id)
                .forEach(id -> incidents.handle(Scope.EVERYTHING, id,
                        incident -> Handling.closeUnproved(incident, word)));
    }
}
