package vn.vonggac.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the watch keeps up: the last look, looks in the last minute, how long the most overdue home page has waited,
 * and the portals that were not looked at for several rhythms.
 */
public record Pulse(Optional<Instant> lastVisit, long visitsPerMinute, Duration lag, List<Long> latePortals) {

    public Pulse {
        latePortals = List.copyOf(latePortals);
    }
}
