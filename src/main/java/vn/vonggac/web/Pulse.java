package vn.vonggac.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How the watch keeps up: the last visit, visits in the last minute, and how far behind the eldest due page is. */
public record Pulse(Optional<Instant> lastVisit, long visitsPerMinute, Duration lag) {

    public static final Pulse NONE = new Pulse(Optional.empty(), 0, Duration.ZERO);

    private static final Duration LATE = Duration.ofMinutes(5);
    private static final Duration TOO_LATE = Duration.ofMinutes(30);

    /** {@code idle}, {@code well}, {@code late} or {@code too-late}. */
    public String state() {
        if (lastVisit.isEmpty()) {
            return "idle";
        }
        if (lag.compareTo(LATE) < 0) {
            return "well";
        }
        return lag.compareTo(TOO_LATE) < 0 ? "late" : "too-late";
    }
}
