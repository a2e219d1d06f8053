package vn.vonggac.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A deadline of incidents: how long after T0, for which, what stops it, and when somebody is warned. */
public record Clock(String id, Duration after, Applies applies, Stops stops, List<Duration> warnings) {

    public Clock {
        warnings = warnings.stream().sorted((one, other) -> other.compareTo(one)).toList();
    }

    /** Which incidents it runs for. */
    public sealed interface Applies {

        /** All of at least this gravity. */
        record FromGravity(Gravity least) implements Applies {}

        /** All of this kind. */
        record OfKind(Kind kind) implements Applies {}
    }

    /** What stops it. */
    public enum Stops {
        REPORTED, CONTAINED, RESTORED
    }

    /** Where the clock of one incident stands. */
    public record Reading(Clock clock, Instant due, Optional<Instant> stopped) {

        public boolean running() {
            return stopped.isEmpty();
        }

        public boolean overdue(Instant now) {
            return stopped.orElse(now).isAfter(due);
        }

        /** What is left, negative when it ran out. */
        public Duration left(Instant now) {
            return Duration.between(stopped.orElse(now), due);
        }

        /** The warnings whose moment lies in {@code (after, upTo]}, while it was running. */
        public List<Duration> warningsBetween(Instant after, Instant upTo) {
            return clock.warnings().stream().filter(before -> {
                Instant moment = due.minus(before);
                return moment.isAfter(after) && !moment.isAfter(upTo) && running();
            }).toList();
        }
    }

    boolean runsFor(Kind kind, Gravity gravity) {
        return switch (applies) {
            case Applies.FromGravity(Gravity least) ->
                gravity.compareTo(least) >= 0 && !kind.posture();
            case Applies.OfKind(Kind wanted) -> kind == wanted;
        };
    }

    Instant due(Instant t0) {
        return t0.plus(after);
    }
}
