package vn.vonggac.demo;

import java.time.Duration;
import java.util.Optional;

/** One act on one portal; {@code round} counts how often the story began again. */
record Scene(Act act, int round, Site site, Duration from, Optional<Duration> until) {

    boolean on(Duration elapsed) {
        return begun(elapsed) && !over(elapsed);
    }

    boolean begun(Duration elapsed) {
        return elapsed.compareTo(from) >= 0;
    }

    boolean over(Duration elapsed) {
        return until.filter(end -> elapsed.compareTo(end) >= 0).isPresent();
    }
}
