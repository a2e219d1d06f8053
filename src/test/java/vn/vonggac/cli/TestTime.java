package vn.vonggac.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves only when told; at the start of every test it stands at 2026-01-05T01:00:00Z. */
public final class TestTime implements InstantSource {

    private static final Instant START = Instant.parse("2026-01-05T01:00:00Z");

    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    public void pass(Duration duration) {
        now = now.plus(duration);
    }

    public void set(Instant instant) {
        now = instant;
    }

    void reset() {
        now = START;
    }
}
