package vn.vonggac.audit;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** The one place that asks the machine for the time, to the millisecond that a row can hold. */
@Factory
final class WallClock {

    /** Before the framework's own, which ticks in nanoseconds. */
    @Primary
    @Singleton
    InstantSource time() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
