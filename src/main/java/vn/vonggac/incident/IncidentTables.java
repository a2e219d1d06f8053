package vn.vonggac.incident;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.Verdict;

/** Between an incident and the tables that hold it. A transaction is the caller's business. */
@Singleton
final class IncidentTables {

    private final IncidentRows rows;
    private final ChildRows.Pages pages;
    private final ChildRows.Marks marks;
    private final ChildRows.Evidences evidences;
    private final ChildRows.Exhibits exhibits;
    private final ChildRows.Steps steps;
    private final ChildRows.Bouts bouts;
    private final NewsRows news;
    private final Clocks clocks;

    IncidentTables(IncidentRows rows, ChildRows.Pages pages, ChildRows.Marks marks,
            ChildRows.Evidences evidences, ChildRows.Exhibits exhibits, ChildRows.Steps steps,
            ChildRows.Bouts bouts, NewsRows news, Clocks clocks) {
        this.rows = rows;
        this.pages = pages;
        this.marks = marks;
        this.evidences = evidences;
        this.exhibits = exhibits;
        this.steps = steps;
        this.bouts = bouts;
        this.news = news;
        this.clocks = clocks;
    }

    Incident load(IncidentRow row) {
        Map<String, PageState> states = new LinkedHashMap<>();
        pages.findByIncidentIdOrderById(row.id()).forEach(page -> states.put(page.url(), page.state()));
        Map<String, Set<String>> byKind = marks.findByIncidentIdOrderById(row.id()).stream()
                .collect(Collectors.groupingBy(MarkRow::kind,
                        Collectors.mapping(MarkRow::mark, Collectors.toCollection(LinkedHashSet::new))));
        Cause cause = new Cause(kinds(row), byKind.getOrDefault(MarkRow.DOMAIN, Set.of()),
                byKind.getOrDefault(MarkRow.TEXT, Set.of()));
        List<Evidence> evidence = evidences.findByIncidentIdOrderById(row.id()).stream()
                .map(EvidenceRow::evidence).toList();
        return new Incident(row.id(), Long.toString(row.portalId()), row.kind(), cause, standing(row),
                timeline(row), Verdict.Level.valueOf(row.level()), row.score(), states, evidence,
                Set.copyOf(Lines.split(row.apart())));
    }

    /** Writes what is new against what was stored, and the lines of the log; gives it its number. */
    Incident save(Optional<Incident> before, Incident incident, List<Step> lines) {
        IncidentRow row = before.isEmpty()
                ? rows.save(row(incident, lines))
                : rows.update(row(incident, lines));
        Incident stored = incident.stored(row.id());
        savePages(before, stored);
        saveMarks(before.map(Incident::cause), stored);
        saveBouts(before, stored);
        List<Evidence> known = before.map(Incident::evidence).orElse(List.of());
        evidences.saveAll(stored.evidence().stream().skip(known.size())
                .map(evidence -> EvidenceRow.of(row.id(), evidence)).toList());
        log(row.id(), lines);
        return stored;
    }

    /** Writes one anew from which something was taken away. */
    Incident shrink(Incident incident) {
        rows.update(row(incident, List.of()));
        pages.clear(incident.id());
        marks.clear(incident.id());
        evidences.clear(incident.id());
        incident.pages().forEach((url, state) -> pages.save(PageRow.of(0, incident.id(), url, state)));
        saveMarks(Optional.empty(), incident);
        evidences.saveAll(incident.evidence().stream()
                .map(evidence -> EvidenceRow.of(incident.id(), evidence)).toList());
        return incident;
    }

    void log(long incident, List<Step> lines) {
        news.saveAll(steps.saveAll(lines.stream().map(line -> StepRow.of(incident, line)).toList()).stream()
                .map(row -> new NewsRow(row.id(), incident)).toList());
    }

    List<Step> log(long incident) {
        return steps.findByIncidentIdOrderById(incident).stream().map(StepRow::step).toList();
    }

    void show(long incident, List<Exhibit> shown) {
        exhibits.saveAll(shown.stream().map(exhibit -> ExhibitRow.of(incident, exhibit)).toList());
    }

    List<Exhibit> exhibits(long incident) {
        return exhibits.findByIncidentIdOrderById(incident).stream().map(ExhibitRow::exhibit).toList();
    }

    /** The hosts that its findings name, as they stood in the links. */
    Set<String> plantedHosts(long incident) {
        return evidences.findByIncidentIdOrderById(incident).stream().map(EvidenceRow::evidence)
                .flatMap(told -> told.finding().hosts().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    List<String> pages(long incident) {
        return pages.findByIncidentIdOrderById(incident).stream().map(PageRow::url).toList();
    }

    private void savePages(Optional<Incident> before, Incident stored) {
        Map<String, PageState> known = before.map(Incident::pages).orElse(Map.of());
        Map<String, Long> ids = before.isEmpty()
                ? Map.of()
                : pages.findByIncidentIdOrderById(stored.id()).stream()
                        .collect(Collectors.toMap(PageRow::url, PageRow::id));
        stored.pages().forEach((url, state) -> {
            if (!state.equals(known.get(url))) {
                Long id = ids.get(url);
                PageRow row = PageRow.of(id == null ? 0 : id, stored.id(), url, state);
                PageRow kept = id == null ? pages.save(row) : pages.update(row);
                assert kept.incidentId() == stored.id();
            }
        });
    }

    private void saveBouts(Optional<Incident> before, Incident stored) {
        long known = before.map(incident -> incident.timeline().earlier().size()).orElse(0);
        stored.timeline().earlier().stream().skip(known)
                .forEach(bout -> bouts.save(BoutRow.of(stored.id(), bout)));
    }

    private void saveMarks(Optional<Cause> before, Incident stored) {
        List<MarkRow> added = new ArrayList<>();
        added(before.map(Cause::domains), stored.cause().domains())
                .forEach(domain -> added.add(new MarkRow(0, stored.id(), MarkRow.DOMAIN, domain)));
        added(before.map(Cause::texts), stored.cause().texts())
                .forEach(text -> added.add(new MarkRow(0, stored.id(), MarkRow.TEXT, text)));
        marks.saveAll(added);
    }

    private static Stream<String> added(Optional<Set<String>> before, Set<String> now) {
        Set<String> known = before.orElse(Set.of());
        return now.stream().filter(mark -> !known.contains(mark)).map(mark -> Lines.cut(mark, 300));
    }

    /** When the next of its clocks runs out, with these lines in its log. */
    private Optional<Instant> due(Incident incident, List<Step> lines) {
        if (!incident.active()) {
            return Optional.empty();
        }
        Instant t0 = incident.timeline().t0();
        List<Step> stopped = Stream
                .concat(steps.stopped(List.of(incident.id())).stream().map(StepRow::step), lines.stream())
                .toList();
        return Clocks.next(clocks.of(incident.kind(), incident.standing().gravity(), t0,
                Clocks.reported(stopped, t0), incident.foundClean(), incident.foundRestored()));
    }

    private IncidentRow row(Incident incident, List<Step> lines) {
        Standing standing = incident.standing();
        Timeline timeline = incident.timeline();
        Optional<Suppression> suppression = standing.suppression();
        Long silence = suppression.filter(Suppression.Silenced.class::isInstance)
                .map(why -> ((Suppression.Silenced) why).silence()).orElse(null);
        String inhibitor = suppression.filter(Suppression.Inhibited.class::isInstance)
                .map(why -> ((Suppression.Inhibited) why).by().name()).orElse("");
        return new IncidentRow(incident.id(), Long.parseLong(incident.portal()), incident.kind(),
                Lines.join(incident.cause().kinds().stream().map(Kind::name).sorted().toList(), 500),
                standing.status(), standing.resolution().map(Resolution::name).orElse(""),
                standing.severity().name(), standing.held(), standing.gravity(), silence, inhibitor,
                standing.intermittent(), standing.assignee().orElse(""), incident.level().name(),
                incident.score(), timeline.t0(), timeline.lastSeen(), timeline.grewAt(), timeline.sightings(),
                Lines.join(timeline.cleanRounds().stream().map(Instant::toString).toList(), 2000),
                incident.shownOn().size(), Lines.cut(incident.firstPage(), 4000),
                Lines.join(incident.apart().stream().sorted().toList(), 2000),
                timeline.closedAt().orElse(null), timeline.restoredAt().orElse(null),
                due(incident, lines).orElse(null));
    }

    private static Set<Kind> kinds(IncidentRow row) {
        return Lines.split(row.kinds()).stream().map(Kind::valueOf).collect(Collectors.toSet());
    }

    static Standing standing(IncidentRow row) {
        return new Standing(row.status(), named(row.resolution()).map(Resolution::valueOf),
                Severity.valueOf(row.severity().toUpperCase(Locale.ROOT)), row.severityHeld(), row.gravity(),
                suppression(row), row.intermittent(), named(row.assignee()));
    }

    private static Optional<Suppression> suppression(IncidentRow row) {
        Long silence = row.silenceId();
        return silence != null
                ? Optional.of(new Suppression.Silenced(silence))
                : named(row.inhibitedBy()).map(Kind::valueOf).map(Suppression.Inhibited::new);
    }

    private Timeline timeline(IncidentRow row) {
        return new Timeline(row.t0(), row.lastSeen(), row.grewAt(), row.sightings(),
                Lines.split(row.cleanRounds()).stream().map(Instant::parse).toList(),
                Optional.ofNullable(row.closedAt()), Optional.ofNullable(row.restoredAt()),
                bouts.findByIncidentIdOrderById(row.id()).stream().map(BoutRow::bout).toList());
    }

    private static Optional<String> named(String value) {
        return Optional.of(value).filter(text -> !text.isEmpty());
    }
}
