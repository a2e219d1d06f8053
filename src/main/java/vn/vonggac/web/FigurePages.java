package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.vonggac.detect.Severity;
import vn.vonggac.incident.Containment;
import vn.vonggac.incident.PastIncident;
import vn.vonggac.incident.PastIncidents;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Portals;

/** Counts what the charts show, over what the reader may see. */
@Singleton
final class FigurePages {

    static final int DAYS = 30;
    static final int WEEKS = 12;
    private static final int MOST_ROWS = 40;

    private final PastIncidents past;
    private final Portals portals;
    private final PortalStates states;
    private final InstantSource time;

    FigurePages(PastIncidents past, Portals portals, PortalStates states, InstantSource time) {
        this.past = past;
        this.portals = portals;
        this.states = states;
        this.time = time;
    }

    Figures of(Desk desk) {
        LocalDate today = day(time.instant());
        LocalDate first = today.minusDays(DAYS - 1);
        List<PastIncident> shown = past.since(desk.scope(), beginning(first));
        List<Portal> watched = portals.all(desk.scope());
        PortalStates.Now now = states.now(desk.scope());
        List<Figures.Row> rows = rows(shown, first);
        return new Figures(days(shown, first), weeks(desk, today),
                watched.stream().collect(Collectors.groupingBy(now::of, Collectors.counting())),
                rows.stream().limit(MOST_ROWS).toList(), Math.max(0, watched.size() - rows.size()),
                Math.max(0, rows.size() - MOST_ROWS));
    }

    private static List<Figures.Day> days(List<PastIncident> shown, LocalDate first) {
        Map<LocalDate, Map<Severity, Long>> began = shown.stream().collect(Collectors.groupingBy(
                incident -> day(incident.t0()),
                Collectors.groupingBy(PastIncident::severity, Collectors.counting())));
        return IntStream.range(0, DAYS).mapToObj(first::plusDays)
                .map(day -> new Figures.Day(day, began.getOrDefault(day, Map.of()))).toList();
    }

    private List<Figures.Week> weeks(Desk desk, LocalDate today) {
        LocalDate first = monday(today).minusWeeks(WEEKS - 1);
        Map<LocalDate, List<Containment>> ended = past.contained(desk.scope(), beginning(first)).stream()
                .collect(Collectors.groupingBy(each -> monday(day(each.at()))));
        return IntStream.range(0, WEEKS).mapToObj(first::plusWeeks)
                .map(from -> week(from, ended.getOrDefault(from, List.of()))).toList();
    }

    private static Figures.Week week(LocalDate from, List<Containment> ended) {
        List<Duration> took = ended.stream().map(Containment::took).sorted().toList();
        return new Figures.Week(from, took.size(),
                took.isEmpty() ? Optional.empty() : Optional.of(took.get(took.size() / 2)));
    }

    /** Those that showed something, the one that did so on most days first. */
    private static List<Figures.Row> rows(List<PastIncident> shown, LocalDate first) {
        return shown.stream().collect(Collectors.groupingBy(PastIncident::portal)).values().stream()
                .map(incidents -> row(incidents, first))
                .sorted(Comparator.comparing((Figures.Row row) -> -row.worst().size())
                        .thenComparing(Figures.Row::name))
                .toList();
    }

    private static Figures.Row row(List<PastIncident> incidents, LocalDate first) {
        Map<LocalDate, Severity> worst = new TreeMap<>();
        for (PastIncident incident : incidents) {
            LocalDate from = Collections.max(List.of(first, day(incident.t0())));
            from.datesUntil(day(incident.lastSeen()).plusDays(1))
                    .forEach(day -> worst.merge(day, incident.severity(), FigurePages::graver));
        }
        return new Figures.Row(incidents.getFirst().portal(), incidents.getFirst().name(), worst);
    }

    private static Severity graver(Severity one, Severity other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Times.ZONE);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Instant beginning(LocalDate day) {
        return day.atStartOfDay(Times.ZONE).toInstant();
    }
}
