package vn.vonggac.incident;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.Severity;
import vn.vonggac.incident.Step.Deed;
import vn.vonggac.portal.Scope;

/** The numbers that tell how incidents stand: how many of each kind, how fast they are dealt with, what runs out. */
@Context
@Requires(beans = {DataSource.class, MeterRegistry.class})
final class IncidentGauges {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration REACH = Duration.ofDays(30);
    private static final int MOST_CLOCKS = 200;
    private static final int SOON_SECONDS = 3600;

    /** How far an incident can have come, and the line of its log that says so. */
    private enum Stage {
        CONFIRMED(Deed.CONFIRMED), ACKNOWLEDGED(Deed.ACKNOWLEDGED), CONTAINED(Deed.CONTAINED), RESTORED(
                Deed.RESTORED), CLOSED(
                        Deed.CLOSED);

        private final Deed deed;

        Stage(Deed deed) {
            this.deed = deed;
        }
    }

    /** How a deadline stands. */
    private enum Left {
        OVER, SOON, LONG;

        private static Left of(double seconds) {
            return seconds < 0 ? OVER : seconds < SOON_SECONDS ? SOON : LONG;
        }
    }

    private record Numbers(Instant at, List<IncidentCounts.Active> active, Map<Stage, Double> medians,
            List<Double> deadlines) {}

    private final IncidentCounts counts;
    private final Incidents incidents;
    private final InstantSource time;
    private Optional<Numbers> numbers = Optional.empty();

    IncidentGauges(IncidentCounts counts, Incidents incidents, MeterRegistry registry, InstantSource time) {
        this.counts = counts;
        this.incidents = incidents;
        this.time = time;
        for (Kind kind : Kind.values()) {
            for (Severity severity : Severity.values()) {
                Gauge.builder("vonggac.incidents", () -> count(kind, severity))
                        .description("Incidents that are not closed").tag("kind", kind.id())
                        .tag("severity", Slug.of(severity))
                        .register(registry);
            }
        }
        for (Stage stage : Stage.values()) {
            Gauge.builder("vonggac.incident.time", () -> now().medians().getOrDefault(stage, Double.NaN))
                    .description("Median time from T0 over 30 days").baseUnit("seconds")
                    .tag("until", Slug.of(stage)).register(registry);
        }
        for (Left left : Left.values()) {
            Gauge.builder("vonggac.incident.clocks", () -> count(left))
                    .description("Deadlines that are over, within the hour, or further away")
                    .tag("left", Slug.of(left)).register(registry);
        }
        Gauge.builder("vonggac.incident.deadline",
                () -> now().deadlines().stream().min(Double::compare).orElse(Double.NaN))
                .description("Until the next deadline of an incident runs out; negative when one did")
                .baseUnit("seconds").register(registry);
    }

    private double count(Kind kind, Severity severity) {
        return now().active().stream().filter(
                row -> row.kind().equals(kind.name()) && row.severity().equals(severity.name()))
                .mapToLong(IncidentCounts.Active::incidents).sum();
    }

    private double count(Left left) {
        return now().deadlines().stream().filter(seconds -> Left.of(seconds) == left).count();
    }

    private synchronized Numbers now() {
        Instant now = time.instant();
        Numbers fresh = numbers.filter(known -> now.isBefore(known.at().plus(FRESH)))
                .orElseGet(() -> new Numbers(now, counts.active(), medians(now), deadlines(now)));
        numbers = Optional.of(fresh);
        return fresh;
    }

    private Map<Stage, Double> medians(Instant now) {
        Map<Stage, Double> medians = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            double[] took = counts.reached(now.minus(REACH), stage.deed.name()).stream()
                    .mapToDouble(row -> Duration.between(row.t0(), row.at()).toMillis() / 1000.0).sorted()
                    .toArray();
            if (took.length > 0) {
                medians.put(stage, took[took.length / 2]);
            }
        }
        return medians;
    }

    /** What is left of those that run, of the heaviest incidents. */
    private List<Double> deadlines(Instant now) {
        Stream<Incident> heaviest = incidents
                .list(Scope.EVERYTHING, IncidentFilter.QUEUE, MOST_CLOCKS, 0).rows().stream();
        return heaviest.flatMap(incident -> incidents.clocks(Scope.EVERYTHING, incident.id()).stream())
                .filter(Clock.Reading::running).map(clock -> clock.left(now).toMillis() / 1000.0).toList();
    }
}
