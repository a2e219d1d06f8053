package vn.vonggac.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vonggac.detect.Severity;

/**
 * What the charts show: incidents by the day they began, how long it took until they were over by the week that was
 * proved, how portals stand, and which portal showed something on which day.
 */
public record Figures(List<Day> days, List<Week> weeks, Map<PortalState, Long> states, List<Row> rows,
        long calm, long more) {

    public Figures {
        days = List.copyOf(days);
        weeks = List.copyOf(weeks);
        states = Map.copyOf(states);
        rows = List.copyOf(rows);
    }

    /** Incidents that began on a day, by how grave they are. */
    public record Day(LocalDate date, Map<Severity, Long> began) {

        public Day {
            began = Map.copyOf(began);
        }

        public long count(Severity severity) {
            return began.getOrDefault(severity, 0L);
        }

        public boolean calm() {
            return began.values().stream().allMatch(count -> count == 0);
        }
    }

    /** Incidents whose end was proved in the week from that day on; {@code median} from T0, empty for none. */
    public record Week(LocalDate from, long contained, Optional<Duration> median) {

        public double hours() {
            return median.map(took -> Math.round(took.toMinutes() / 6.0) / 10.0).orElse(0.0);
        }
    }

    /** A portal's days: the gravest that showed on each, where anything did. */
    public record Row(long portal, String name, Map<LocalDate, Severity> worst) {

        public Row {
            worst = Map.copyOf(worst);
        }

        public Optional<Severity> on(LocalDate day) {
            return Optional.ofNullable(worst.get(day));
        }
    }

    public long incidents() {
        return days.stream().flatMap(day -> day.began().values().stream()).mapToLong(Long::longValue).sum();
    }

    public long contained() {
        return weeks.stream().mapToLong(Week::contained).sum();
    }

    public long portals() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    public long count(PortalState state) {
        return states.getOrDefault(state, 0L);
    }
}
