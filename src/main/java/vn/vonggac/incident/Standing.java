package vn.vonggac.incident;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vn.vonggac.detect.Severity;

/**
 * Where an incident stands: status, resolution, severity and suppression, kept apart, and whether it comes and goes.
 * A severity that a person set is {@code held}: evidence no longer moves it.
 */
public record Standing(Status status, Optional<Resolution> resolution, Severity severity, boolean held,
        Optional<Suppression> suppression, boolean intermittent) {

    static Standing suspected(Severity severity, Optional<Suppression> suppression) {
        return new Standing(Status.SUSPECTED, Optional.empty(), severity, false, suppression, false);
    }

    Standing with(Status next) {
        return new Standing(next, resolution, severity, held, suppression, intermittent);
    }

    Standing resolved(Optional<Resolution> why) {
        return new Standing(status, why, severity, held, suppression, intermittent);
    }

    Standing atLeast(Severity seen) {
        return held
                ? this
                : new Standing(status, resolution, Collections.max(List.of(severity, seen)), false,
                        suppression,
                        intermittent);
    }

    Standing heldAt(Severity chosen) {
        return new Standing(status, resolution, chosen, true, suppression, intermittent);
    }

    Standing suppressed(Optional<Suppression> why) {
        return new Standing(status, resolution, severity, held, why, intermittent);
    }

    Standing comesAndGoes() {
        return new Standing(status, resolution, severity, held, suppression, true);
    }
}
