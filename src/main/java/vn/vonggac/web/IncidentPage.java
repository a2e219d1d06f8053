package vn.vonggac.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.vonggac.incident.Clock;
import vn.vonggac.incident.Exhibit;
import vn.vonggac.incident.Step;

/**
 * An incident with all that its page shows: what was done, which deadlines run, what was kept of it, and a form that
 * was sent and refused.
 */
public record IncidentPage(IncidentRow row, List<Step> steps, List<Deadline> deadlines,
        List<Exhibit> exhibits, Form form) {

    public IncidentPage {
        steps = List.copyOf(steps);
        deadlines = List.copyOf(deadlines);
        exhibits = List.copyOf(exhibits);
    }

    /** A clock of the incident as it stands now; {@code share} is how much of its time is gone, in percent. */
    public record Deadline(Clock.Reading reading, boolean overdue, int share) {

        static Deadline of(Clock.Reading reading, Instant now) {
            Duration whole = reading.clock().after();
            Duration left = reading.left(now);
            long gone = whole.isZero() ? 100 : 100 - left.toMillis() * 100 / whole.toMillis();
            return new Deadline(reading, reading.overdue(now), (int) Math.clamp(gone, 0, 100));
        }

        public String id() {
            return reading.clock().id();
        }

        /** How pressing it is. */
        public String tone() {
            return overdue ? "compromised" : share > 75 ? "suspicious" : "secondary";
        }
    }

    /** What was done since the page was read on which this form was filled; nothing where the form is as new. */
    public List<Step> meanwhile() {
        String seen = form.value("seen");
        boolean changed = form.problem("act")
                .filter(told -> told.key().equals("web.incident.problem.changed"))
                .isPresent();
        return changed && seen.matches("\\d{1,6}")
                ? steps.stream().skip(Integer.parseInt(seen)).toList()
                : List.of();
    }

    /** Whether this form was sent and refused, and so is to be shown open. */
    public boolean refused(IncidentAct act) {
        return !form.sound() && form.value("act").equals(act.word());
    }
}
