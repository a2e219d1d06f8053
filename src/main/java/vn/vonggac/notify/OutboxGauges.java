package vn.vonggac.notify;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Provider;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;

/** The numbers that tell whether people are being told. */
@Context
@Requires(beans = {DataSource.class, MeterRegistry.class})
final class OutboxGauges {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private record Numbers(Instant at, Outbox.Standing standing) {}

    private final Provider<Outbox> outbox;
    private final InstantSource time;
    private Optional<Numbers> numbers = Optional.empty();

    OutboxGauges(Provider<Outbox> outbox, MeterRegistry registry, InstantSource time) {
        this.outbox = outbox;
        this.time = time;
        Gauge.builder("vonggac.outbox.waiting", () -> now().waiting())
                .description("Messages that are due and not sent").register(registry);
        Gauge.builder("vonggac.outbox.age", () -> now().eldest().toMillis() / 1000.0)
                .description("For how long the eldest message has been due").baseUnit("seconds")
                .register(registry);
        Gauge.builder("vonggac.outbox.given.up", () -> now().givenUp())
                .description("Messages given up within a day").register(registry);
    }

    private synchronized Outbox.Standing now() {
        Instant now = time.instant();
        Numbers fresh = numbers.filter(known -> now.isBefore(known.at().plus(FRESH)))
                .orElseGet(() -> new Numbers(now, outbox.get().standing()));
        numbers = Optional.of(fresh);
        return fresh.standing();
    }
}
