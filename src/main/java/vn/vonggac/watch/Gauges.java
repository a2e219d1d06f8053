package vn.vonggac.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import vn.vonggac.audit.Slug;
import vn.vonggac.fetch.Exchange;
import vn.vonggac.fetch.Failed;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.fetch.Fetched;
import vn.vonggac.fetch.NotModified;
import vn.vonggac.fetch.Refused;

/** The numbers that tell whether the watch keeps up. */
@Singleton
final class Gauges {

    private final Timer visits;
    private final Timer lag;
    private final Counter unchanged;
    private final AtomicInteger late = new AtomicInteger();
    private final AtomicInteger portals = new AtomicInteger();
    private final MeterRegistry registry;
    private volatile Instant lastVisit;

    Gauges(MeterRegistry registry, Servers servers, InstantSource time) {
        this.registry = registry;
        lastVisit = time.instant();
        visits = Timer.builder("vonggac.watch.visits").description("Looks at pages")
                .publishPercentiles(0.5, 0.99).register(registry);
        lag = Timer.builder("vonggac.watch.lag")
                .description("From when a home page was due to when it was done")
                .publishPercentiles(0.5, 0.99).register(registry);
        unchanged = Counter.builder("vonggac.watch.unchanged")
                .description("Looks at pages of which nothing had to be read").register(registry);
        gauge("late", "Portals not looked at for several rhythms", late::get).register(registry);
        gauge("portals", "Portals that are watched", portals::get).register(registry);
        gauge("idle", "Since the last look at any page", () -> seconds(lastVisit, time.instant()))
                .baseUnit("seconds").register(registry);
        gauge("certificate", "Until the first certificate of a portal runs out",
                () -> servers.firstEnd().map(end -> seconds(time.instant(), end)).orElse(Double.NaN))
                .baseUnit("seconds").register(registry);
    }

    private static Gauge.Builder<?> gauge(String name, String what, Supplier<Number> value) {
        return Gauge.builder("vonggac.watch." + name, value).description(what);
    }

    /** What came of asking for a page under a view: how long each phase took, or why nothing came. */
    void exchanged(FetchResult result) {
        switch (result) {
            case Fetched fetched -> timed(fetched.exchange());
            case NotModified same -> timed(same.exchange());
            case Refused refused -> unseen("refused", refused.reason());
            case Failed failed -> unseen("failed", failed.cause());
        }
    }

    private void timed(Exchange exchange) {
        exchange.last().ifPresent(hop -> {
            phase("dns", hop.timings().dns());
            phase("connect", hop.timings().connect());
            phase("tls", hop.timings().tls());
            phase("first-byte", hop.timings().firstByte());
            phase("last-byte", hop.timings().lastByte());
        });
    }

    private void phase(String name, Duration took) {
        registry.timer("vonggac.fetch.phase", "phase", name).record(took);
    }

    private void unseen(String how, Enum<?> reason) {
        registry.counter("vonggac.watch.unseen", "how", how, "reason",
                Slug.of(reason)).increment();
    }

    void visited(FrontierPage page, Instant began, Instant done) {
        visits.record(between(began, done));
        lastVisit = done;
        if (page.home()) {
            lag.record(between(page.dueAt(), done));
        }
    }

    void unchanged() {
        unchanged.increment();
    }

    /** How many portals are watched, and how many of them are late. */
    void standing(int watched, int behind) {
        portals.set(watched);
        late.set(behind);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    private static Duration between(Instant from, Instant to) {
        Duration duration = Duration.between(from, to);
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
