package vn.vonggac.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Provider;
import java.util.function.Supplier;
import javax.sql.DataSource;
import vn.vonggac.portal.Scope;

/** The numbers that tell what waits: pages, checks, and what the index has yet to take in. */
@Context
@Requires(beans = {DataSource.class, MeterRegistry.class})
final class QueueGauges {

    QueueGauges(Provider<Watch> watch, Provider<Checks> checks, Provider<IndexKeeping> index,
            MeterRegistry registry) {
        gauge(registry, "vonggac.watch.due", "Home pages that are due",
                () -> watch.get().due(Scope.EVERYTHING));
        gauge(registry, "vonggac.checks.waiting", "Checks on demand that wait for a place",
                () -> checks.get().waiting("", Scope.EVERYTHING));
        gauge(registry, "vonggac.index.behind", "Changes that this node's index has yet to take in",
                () -> index.get().left());
        gauge(registry, "vonggac.index.versions", "Versions of pages in this node's index",
                () -> index.get().versions());
    }

    private static void gauge(MeterRegistry registry, String name, String what, Supplier<Number> number) {
        Gauge.builder(name, number).description(what).register(registry);
    }
}
