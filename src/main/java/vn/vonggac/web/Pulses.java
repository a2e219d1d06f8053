package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import vn.vonggac.watch.Watch;

/** The watch's pulse, taken at most every few seconds however many pages ask for it. */
@Singleton
final class Pulses {

    private static final Duration FRESH = Duration.ofSeconds(3);

    private final Watch watch;
    private final InstantSource time;
    private Instant taken = Instant.MIN;
    private Pulse pulse = Pulse.NONE;

    Pulses(Watch watch, InstantSource time) {
        this.watch = watch;
        this.time = time;
    }

    synchronized Pulse now() {
        Instant now = time.instant();
        if (taken.equals(Instant.MIN) || Duration.between(taken, now).abs().compareTo(FRESH) > 0) {
            vn.vonggac.watch.Pulse read = watch.pulse();
            pulse = new Pulse(read.lastVisit(), read.visitsPerMinute(), read.lag());
            taken = now;
        }
        return pulse;
    }
}
