package vn.vonggac.incident;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Provider;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import vn.vonggac.incident.IncidentCounts.OfAgency;
import vn.vonggac.incident.IncidentCounts.Together;
import vn.vonggac.portal.Scope;

/**
 * The numbers that tell where incidents are, which belong together, and how often each detector was right. Which
 * agencies and detectors there is something to say of shows when it is counted, that is when somebody reads it.
 */
@Context
@Requires(beans = {DataSource.class, MeterRegistry.class})
final class SpreadGauges {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration REACH = Duration.ofDays(90);
    private static final int MOST_AGENCIES = 200;

    private final IncidentCounts counts;
    private final Provider<Feedback> feedback;
    private final InstantSource time;
    private final MultiGauge agencies;
    private final MultiGauge detectors;
    private Instant counted = Instant.MIN;
    private Together together = new Together(0, 0);
    private volatile Map<Tags, Long> numbers = Map.of();

    SpreadGauges(IncidentCounts counts, Provider<Feedback> feedback, MeterRegistry registry,
            InstantSource time) {
        this.counts = counts;
        this.feedback = feedback;
        this.time = time;
        agencies = MultiGauge.builder("vonggac.agency.incidents")
                .description("Incidents of an agency's portals that are not closed").register(registry);
        detectors = MultiGauge.builder("vonggac.detector.incidents")
                .description("Closed incidents in which a detector spoke rightly or wrongly, over 90 days")
                .register(registry);
        gauge("vonggac.campaigns", "Campaigns with incidents that are not closed", Together::campaigns,
                registry);
        gauge("vonggac.campaigns.portals", "Portals with such incidents", Together::portals, registry);
    }

    private void gauge(String name, String what, ToDoubleFunction<Together> number, MeterRegistry registry) {
        Gauge.builder(name, () -> number.applyAsDouble(now())).description(what).register(registry);
    }

    private synchronized Together now() {
        Instant now = time.instant();
        if (!now.isBefore(counted.plus(FRESH))) {
            counted = now;
            together = counts.campaigns();
            Map<Tags, Long> of = agencies();
            Map<Tags, Long> by = detectors();
            numbers = Stream.of(of, by).flatMap(each -> each.entrySet().stream())
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            agencies.register(rows(of.keySet()));
            detectors.register(rows(by.keySet()));
        }
        return together;
    }

    private Map<Tags, Long> agencies() {
        return counts.agencies(MOST_AGENCIES).stream().collect(Collectors.toMap(
                agency -> Tags.of("agency", agency.code(), "name", agency.name()), OfAgency::incidents));
    }

    private Map<Tags, Long> detectors() {
        Map<Tags, Long> said = new HashMap<>();
        feedback.get().precision(Scope.EVERYTHING, REACH).forEach(record -> {
            said.put(Tags.of("detector", record.detector(), "how", "rightly"), record.rightly());
            said.put(Tags.of("detector", record.detector(), "how", "wrongly"), record.wrongly());
        });
        return said;
    }

    /** Rows that ask what is counted then: one put in the place of another would be missing for a moment. */
    private List<Row<?>> rows(Set<Tags> tags) {
        return tags.stream().<Row<?>>map(each -> Row.of(each, () -> numbers.getOrDefault(each, 0L))).toList();
    }
}
