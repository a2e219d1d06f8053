package vn.vonggac.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The bytes that a portal may send us in an hour. */
final class Budget {

    private static final Duration HOUR = Duration.ofHours(1);

    private final long hourly;
    private final Map<String, Spent> portals = new HashMap<>();

    Budget(long hourly) {
        this.hourly = hourly;
    }

    synchronized boolean isLeft(String portal, Instant now) {
        Spent spent = portals.get(portal);
        return spent == null || spent.isOver(now) || spent.bytes < hourly;
    }

    /** Counts bytes that came; false when they were the last. */
    synchronized boolean spend(String portal, int bytes, Instant now) {
        Spent spent = portals.get(portal);
        if (spent == null || spent.isOver(now)) {
            spent = new Spent(now);
            portals.put(portal, spent);
        }
        spent.bytes += bytes;
        return spent.bytes < hourly;
    }

    synchronized void tidy(Instant now) {
        portals.values().removeIf(spent -> spent.isOver(now));
    }

    private static final class Spent {

        private final Instant from;
        private long bytes;

        private Spent(Instant from) {
            this.from = from;
        }

        /** Also where the clock was set back to before it began. */
        private boolean isOver(Instant now) {
            return now.isBefore(from) || !now.isBefore(from.plus(HOUR));
        }
    }
}
