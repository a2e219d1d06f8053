package vn.vonggac.incident;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.Verdict;
import vn.vonggac.incident.ChildRows.ReadRow;
import vn.vonggac.incident.ChildRows.ViewCount;
import vn.vonggac.portal.Listed;
import vn.vonggac.portal.Scope;

/** Incidents as people go through them: a list read in a handful of queries however long it is, and who has read what. */
@Singleton
public class Queue {

    private static final int DOMAINS = 3;
    private static final int AT_ONCE = 500;
    private static final List<String> POSTURE = Arrays.stream(Kind.values()).filter(Kind::posture)
            .map(Kind::name).toList();

    private final IncidentRows rows;
    private final ChildRows.Marks marks;
    private final ChildRows.Evidences evidences;
    private final ChildRows.Steps steps;
    private final ChildRows.Reads reads;
    private final ChildRows.Bouts bouts;
    private final Campaigns campaigns;
    private final Rules rules;
    private final Clocks clocks;
    private final InstantSource time;

    Queue(IncidentRows rows, ChildRows.Marks marks, ChildRows.Evidences evidences, ChildRows.Steps steps,
            ChildRows.Reads reads, ChildRows.Bouts bouts, Campaigns campaigns, Rules rules,
            Clocks clocks, InstantSource time) {
        this.rows = rows;
        this.marks = marks;
        this.evidences = evidences;
        this.steps = steps;
        this.reads = reads;
        this.bouts = bouts;
        this.campaigns = campaigns;
        this.rules = rules;
        this.clocks = clocks;
        this.time = time;
    }

    /** As {@code reader} sees it. */
    public Listed<Outline> list(Scope scope, IncidentFilter filter, String reader, int size, long skip) {
        return new Listed<>(outlines(rows(scope, filter, size, skip), reader), count(scope, filter));
    }

    List<IncidentRow> rows(Scope scope, IncidentFilter filter, int size, long skip) {
        Scope asked = narrowed(scope, filter);
        return rows.list(asked.everything(), asked.ids(), filter.which().name(), name(filter.status()),
                filter.portal().orElse(0L), name(filter.kind()), name(filter.severity()),
                filter.assignee().orElse(""), filter.unreadBy().orElse(""), filter.seenBy().orElse(""), size,
                skip);
    }

    public long count(Scope scope, IncidentFilter filter) {
        Scope asked = narrowed(scope, filter);
        return rows.count(asked.everything(), asked.ids(), filter.which().name(), name(filter.status()),
                filter.portal().orElse(0L), name(filter.kind()), name(filter.severity()),
                filter.assignee().orElse(""), filter.unreadBy().orElse(""), filter.seenBy().orElse(""));
    }

    private static Scope narrowed(Scope scope, IncidentFilter filter) {
        if (filter.agencies().isEmpty()) {
            return scope;
        }
        return Scope.of(filter.agencies().stream().filter(scope::includes).toList());
    }

    private static String name(Optional<? extends Enum<?>> constant) {
        return constant.map(Enum::name).orElse("");
    }

    public Optional<Outline> find(Scope scope, long id, String reader) {
        return rows.find(scope.everything(), scope.ids(), id)
                .map(row -> outlines(List.of(row), reader).getFirst());
    }

    /** Those that plant the same or say the same, wherever, and what else is open at the same portal. */
    public List<Outline> related(Scope scope, long id, String reader) {
        return rows.find(scope.everything(), scope.ids(), id).map(row -> outlines(
                rows.related(scope.everything(), scope.ids(), id, row.portalId()), reader)).orElse(List.of());
    }

    /** The worst that is open at each portal; how a portal is kept does not count. */
    public Map<Long, Verdict.Level> worst(Scope scope) {
        return rows.levels(scope.everything(), scope.ids(), POSTURE).stream()
                .collect(Collectors.toMap(IncidentRows.PortalLevel::portal,
                        each -> Verdict.Level.valueOf(each.level()),
                        (one, other) -> one.compareTo(other) <= 0 ? one : other));
    }

    /** Differs whenever anything was done to any incident: what a list that is looked at compares. */
    public String mark() {
        return rows.lastStep().map(String::valueOf).orElse("0");
    }

    /** They have seen what it says by now. */
    @Transactional
    public void read(Scope scope, long id, String reader) {
        Instant now = time.instant();
        if (rows.find(scope.everything(), scope.ids(), id).isPresent() && reads.again(reader, id, now) == 0) {
            reads.save(new ReadRow(0, id, reader, now));
        }
    }

    private List<Outline> outlines(List<IncidentRow> found, String reader) {
        if (found.isEmpty()) {
            return List.of();
        }
        Set<Long> ids = found.stream().map(IncidentRow::id).collect(Collectors.toSet());
        Known known = new Known(names(found), by(marks.domains(ids), MarkRow::incidentId),
                by(evidences.views(ids), ViewCount::incident), by(
                        evidences.counted(ids, HiddenLinks.detectors(rules)), HiddenLinks.Counted::incident),
                by(steps.stopped(ids), StepRow::incidentId),
                by(reads.of(reader, ids), ReadRow::incidentId), campaigns.of(ids),
                by(bouts.of(ids), BoutRow::incidentId), silences(ids));
        return found.stream().map(row -> outline(row, known)).toList();
    }

    private Map<Long, String> names(List<IncidentRow> found) {
        Collection<Long> portals = new HashSet<>(found.stream().map(IncidentRow::portalId).toList());
        return rows.names(portals).stream()
                .collect(Collectors.toMap(IncidentRows.PortalName::id, IncidentRows.PortalName::name));
    }

    private Map<Long, String> silences(Set<Long> ids) {
        return rows.silenced(ids).stream()
                .collect(Collectors.toMap(IncidentRows.Silenced::id, IncidentRows.Silenced::reason));
    }

    private static <T> Map<Long, List<T>> by(List<T> children, Function<T, Long> incident) {
        return children.stream().collect(Collectors.groupingBy(incident));
    }

    /** What hangs on the incidents of a list. */
    private record Known(Map<Long, String> names, Map<Long, List<MarkRow>> domains,
            Map<Long, List<ViewCount>> views, Map<Long, List<HiddenLinks.Counted>> counted,
            Map<Long, List<StepRow>> stopped,
            Map<Long, List<ReadRow>> reads, Map<Long, Long> campaigns,
            Map<Long, List<BoutRow>> bouts, Map<Long, String> silences) {}

    private Outline outline(IncidentRow row, Known known) {
        List<MarkRow> domains = known.domains().getOrDefault(row.id(), List.of());
        List<ViewCount> views = known.views().getOrDefault(row.id(), List.of());
        Standing standing = IncidentTables.standing(row);
        long findings = views.stream().mapToLong(ViewCount::findings).sum();
        return new Outline(row.id(), row.portalId(), known.names().getOrDefault(row.portalId(), ""),
                row.kind(), row.status(),
                Optional.of(row.resolution()).filter(text -> !text.isEmpty()).map(Resolution::valueOf),
                Severity.valueOf(row.severity()), row.gravity(),
                standing.suppression(), known.silences().getOrDefault(row.id(), ""), row.intermittent(),
                Optional.of(row.assignee()).filter(text -> !text.isEmpty()), row.t0(), row.lastSeen(),
                Optional.ofNullable(row.closedAt()), row.pages(), row.firstPage(),
                domains.stream().limit(DOMAINS).map(MarkRow::mark).toList(),
                domains.size(), views.stream().map(ViewCount::seen).collect(Collectors.toSet()),
                HiddenLinks.of(rules, known.counted().getOrDefault(row.id(), List.of()), findings),
                (int) findings,
                next(row, known.stopped().getOrDefault(row.id(), List.of())),
                known.reads().getOrDefault(row.id(), List.of()).stream()
                        .noneMatch(read -> !read.readAt().isBefore(row.grewAt())),
                standing.version(), known.campaigns().getOrDefault(row.id(), 0L),
                known.bouts().getOrDefault(row.id(), List.of()).size());
    }

    /** The clocks that run, of every incident that is heard. */
    public Map<Long, List<Clock.Reading>> running() {
        return running(IncidentFilter.QUEUE);
    }

    @EventListener
    void onStart(ServerStartupEvent started) {
        workOutDue();
    }

    /** Works out anew when the next clock of each runs out: since the last start the clocks may have become others. */
    @Transactional
    public void workOutDue() {
        running(IncidentFilter.ACTIVE)
                .forEach((id, clocks) -> rows.due(id, Clocks.next(clocks).orElse(null)));
    }

    private Map<Long, List<Clock.Reading>> running(IncidentFilter filter) {
        Map<Long, List<Clock.Reading>> found = new HashMap<>();
        List<IncidentRow> part;
        int from = 0;
        do {
            part = rows(Scope.EVERYTHING, filter, AT_ONCE, from);
            found.putAll(running(part));
            from += AT_ONCE;
        } while (part.size() == AT_ONCE);
        return found;
    }

    private Map<Long, List<Clock.Reading>> running(List<IncidentRow> part) {
        Map<Long, List<StepRow>> stopped = part.isEmpty()
                ? Map.of()
                : by(steps.stopped(part.stream().map(IncidentRow::id).toList()), StepRow::incidentId);
        return part.stream().collect(Collectors.toMap(IncidentRow::id,
                row -> running(row, stopped.getOrDefault(row.id(), List.of())).toList()));
    }

    private Optional<Clock.Reading> next(IncidentRow row, List<StepRow> stopped) {
        return row.status() == Status.CLOSED
                ? Optional.empty()
                : running(row, stopped).min(Comparator.comparing(Clock.Reading::due));
    }

    private Stream<Clock.Reading> running(IncidentRow row, List<StepRow> stopped) {
        return clocks.of(row.kind(), row.gravity(), row.t0(),
                Clocks.reported(stopped.stream().map(StepRow::step).toList(), row.t0()),
                Lines.split(row.cleanRounds()).stream().filter(round -> !row.onlyTold()).findFirst()
                        .map(Instant::parse),
                Optional.ofNullable(row.restoredAt()).or(() -> Optional.ofNullable(row.closedAt())))
                .stream().filter(Clock.Reading::running);
    }
}
