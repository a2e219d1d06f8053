package vn.vonggac.incident;

import java.util.List;

/** What a visit did to an incident. Each carries the incident as it is now, and the lines for its log. */
public sealed interface IncidentEvent {

    Incident incident();

    List<Step> steps();

    /** The same event with its incident as it was stored. */
    default IncidentEvent of(Incident stored) {
        return switch (this) {
            case Raised raised -> new Raised(stored, raised.steps());
            case Updated updated -> new Updated(stored, updated.steps(), updated.worse());
            case Unchanged unchanged -> new Unchanged(stored);
        };
    }

    /** A new incident. */
    record Raised(Incident incident, List<Step> steps) implements IncidentEvent {

        public Raised {
            steps = List.copyOf(steps);
        }
    }

    /** Something that a person may want to know; {@code worse} is told again to those who were told. */
    record Updated(Incident incident, List<Step> steps, boolean worse) implements IncidentEvent {

        public Updated {
            steps = List.copyOf(steps);
        }
    }

    /** Only its times moved on. */
    record Unchanged(Incident incident) implements IncidentEvent {

        @Override
        public List<Step> steps() {
            return List.of();
        }
    }
}
