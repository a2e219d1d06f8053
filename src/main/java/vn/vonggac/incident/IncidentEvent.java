package vn.vonggac.incident;

import java.util.List;

/** What a visit did to an incident. Each carries the incident as it is now, and the lines for its log. */
public sealed interface IncidentEvent {

    Incident incident();

    List<Step> steps();

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
