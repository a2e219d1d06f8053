package vn.vonggac.incident;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.vonggac.detect.Severity;

/**
 * Where an incident stands: status, resolution, severity and suppression, kept apart, and whether it comes and goes.
 * A severity that a person set is {@code held}: evidence no longer moves it.
 */
public record Standing(Status status, Optional<Resolution> resolution, Severity severity, boolean held,
        Gravity gravity, Optional<Suppression> suppression, boolean intermittent, Optional<String> assignee) {

    static Standing suspected(Severity severity, Optional<Suppression> suppression) {
        return new Standing(Status.SUSPECTED, Optional.empty(), severity, false, Gravity.ORDINARY,
                suppression, false,
                Optional.empty());
    }

    /** What people decided about it, as one word that changes when one of these does. */
    String version() {
        return String.join("/", status.name(), resolution.map(Enum::name).orElse("-"), severity.name(),
                String.valueOf(held), gravity.name(), assignee.orElse("-")).toLowerCase(Locale.ROOT);
    }

    Standing with(Status next) {
        return new Standing(next, resolution, severity, held, gravity, suppression, intermittent, assignee);
    }

    Standing resolved(Optional<Resolution> why) {
        return new Standing(status, why, severity, held, gravity, suppression, intermittent, assignee);
    }

    Standing atLeast(Severity seen) {
        return held
                ? this
                : new Standing(status, resolution, Collections.max(List.of(severity, seen)), false, gravity,
                        suppression, intermittent, assignee);
    }

    Standing heldAt(Severity chosen) {
        return new Standing(status, resolution, chosen, true, gravity, suppression, intermittent, assignee);
    }

    Standing suppressed(Optional<Suppression> why) {
        return new Standing(status, resolution, severity, held, gravity, why, intermittent, assignee);
    }

    Standing comesAndGoes() {
        return new Standing(status, resolution, severity, held, gravity, suppression, true, assignee);
    }

    /** Nothing is decided about it again but how grave it is and whose it is. */
    Standing comingBack() {
        return new Standing(status, Optional.empty(), severity, held, gravity, Optional.empty(), false,
                assignee);
    }

    Standing weighed(Gravity other) {
        return new Standing(status, resolution, severity, held, other, suppression, intermittent, assignee);
    }

    Standing takenBy(String person) {
        return new Standing(status, resolution, severity, held, gravity, suppression, intermittent,
                Optional.of(person));
    }
}
