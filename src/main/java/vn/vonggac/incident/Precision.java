package vn.vonggac.incident;

import io.micronaut.core.annotation.Introspected;

/**
 * How often a detector was right, by the incidents that were closed: those it spoke in, those proved true, and those
 * of which a person said that it was wrong.
 */
@Introspected
public record Precision(String detector, long closed, long rightly, long wrongly) {

    /** Of all that were settled one way or the other; -1 where there are none. */
    public double share() {
        long settled = rightly + wrongly;
        return settled == 0 ? -1 : (double) rightly / settled;
    }
}
