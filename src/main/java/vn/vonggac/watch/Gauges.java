package vn.vonggac.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** The numbers that tell whether the watch keeps up. */
@Singleton
final class Gauges {

    private final Timer visits;
    private final Timer lag;
    private final Counter unchanged;
    private final AtomicInteger late = new AtomicInteger();

    Gauges(MeterRegistry registry) {
        visits = Timer.builder("vonggac.watch.visits").description("Looks at pages")
                .publishPercentiles(0.5, 0.99).register(registry);
        lag = Timer.builder("vonggac.watch.lag")
                .description("From when a home page was due to when it was done")
                .publishPercentiles(0.5, 0.99).register(registry);
        unchanged = Counter.builder("vonggac.watch.unchanged")
                .description("Looks at pages of which nothing had to be read").register(registry);
        registry.gauge("vonggac.watch.late", late);
    }

    void visited(FrontierPage page, Instant began, Instant done) {
        visits.record(between(began, done));
        if (page.home()) {
            lag.record(between(page.dueAt(), done));
        }
    }

    void unchanged() {
        unchanged.increment();
    }

    void late(int portals) {
        late.set(portals);
    }

    private static Duration between(Instant from, Instant to) {
        Duration duration = Duration.between(from, to);
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
