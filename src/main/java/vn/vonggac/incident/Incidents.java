package vn.vonggac.incident;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import vn.vonggac.audit.Audit;
import vn.vonggac.incident.Handling.Outcome;
import vn.vonggac.incident.Handling.Word;
import vn.vonggac.incident.Splitting.Halves;
import vn.vonggac.incident.Step.Deed;
import vn.vonggac.portal.Listed;
import vn.vonggac.portal.Scope;

/** The incidents of the service: what visits did to them, and what people do. */
@Singleton
public class Incidents {

    private static final List<String> POSTURE = Arrays.stream(Kind.values()).filter(Kind::posture)
            .map(Kind::name).toList();

    private final Grouping grouping;
    private final Splitting splitting;
    private final Queue queue;
    private final PlannedChangeRows plans;
    private final IncidentRows rows;
    private final IncidentTables tables;
    private final Clocks clocks;
    private final WantedVisits wanted;
    private final Audit audit;
    private final InstantSource time;

    Incidents(Rules rules, Clocks clocks, Queue queue, PlannedChangeRows plans, IncidentRows rows,
            IncidentTables tables,
            WantedVisits wanted,
            Audit audit, InstantSource time) {
        this.grouping = new Grouping(rules);
        this.splitting = new Splitting(rules);
        this.queue = queue;
        this.plans = plans;
        this.clocks = clocks;
        this.rows = rows;
        this.tables = tables;
        this.wanted = wanted;
        this.audit = audit;
        this.time = time;
    }

    /** Takes in what a visit concluded. One transaction; visits of one portal go one after the other. */
    @Transactional
    public List<IncidentEvent> observe(Sighting seen) {
        long portal = Long.parseLong(seen.portal());
        Sighting sighting = seen.verdict().findings().isEmpty()
                ? seen
                : PlannedChange.lowered(plans.at(portal, seen.at()), seen);
        String urlHash = DigestUtils.sha256Hex(sighting.page());
        if (sighting.verdict().findings().isEmpty() && rows.activeOn(portal, urlHash) == 0) {
            return List.of();
        }
        rows.lock(portal);
        List<Incident> known = rows.known(portal, urlHash, grouping.comesBackSince(sighting.at())).stream()
                .map(tables::load).toList();
        List<Silence> silences = rows.silences(sighting.at()).stream().map(SilenceRow::silence).toList();
        List<IncidentEvent> events = keep(known, grouping.observe(known, silences, sighting));
        events.stream().map(IncidentEvent::incident).filter(incident -> incident.learnedAt(sighting.at()))
                .mapToLong(Incident::id).distinct().forEach(id -> tables.show(id, sighting.exhibits()));
        return events;
    }

    /** Whether something planted on a page of a portal is still being dealt with; a poor certificate plants nothing. */
    public boolean plantedOn(long portal, String page) {
        return rows.activeBut(portal, DigestUtils.sha256Hex(Lines.cut(page, Sighting.LONGEST_PAGE)),
                POSTURE) > 0;
    }

    /** How many of these pages of a portal were in an incident that a person closed as false. */
    public long closedAsFalse(long portal, Collection<String> pages) {
        return pages.isEmpty()
                ? 0
                : rows.closedAsFalse(portal, pages.stream().map(DigestUtils::sha256Hex).toList());
    }

    /** What visits brought home that it refers to, the first first. */
    public List<Exhibit> exhibits(Scope scope, long id) {
        return find(scope, id).map(incident -> tables.exhibits(id)).orElse(List.of());
    }

    private List<IncidentEvent> keep(List<Incident> known, List<IncidentEvent> events) {
        Map<Long, Incident> before = known.stream()
                .collect(Collectors.toMap(Incident::id, Function.identity()));
        List<IncidentEvent> kept = new ArrayList<>();
        for (IncidentEvent event : events) {
            Incident stored = tables.save(Optional.ofNullable(before.get(event.incident().id())),
                    event.incident(), event.steps());
            before.put(stored.id(), stored);
            kept.add(event.of(stored));
        }
        return List.copyOf(kept);
    }

    /** The heaviest first, then the one whose next clock runs out first, the closed ones last. */
    public Listed<Incident> list(Scope scope, IncidentFilter filter, int size, long skip) {
        return new Listed<>(queue.rows(scope, filter, size, skip).stream().map(tables::load).toList(),
                queue.count(scope, filter));
    }

    public long count(Scope scope, IncidentFilter filter) {
        return queue.count(scope, filter);
    }

    public Optional<Incident> find(Scope scope, long id) {
        return rows.find(scope.everything(), scope.ids(), id).map(tables::load);
    }

    /** Everything that was done to it, the first first. */
    public List<Step> log(Scope scope, long id) {
        return find(scope, id).map(incident -> tables.log(id)).orElse(List.of());
    }

    /** Its deadlines and where each stands. */
    public List<Clock.Reading> clocks(Scope scope, long id) {
        return find(scope, id).map(incident -> clocks.of(incident.kind(), incident.standing().gravity(),
                incident.timeline().t0(), Clocks.reported(tables.log(id), incident.timeline().t0()),
                incident.foundClean(), incident.foundRestored())).orElse(List.of());
    }

    /** What a person does to one, kept with its line in its log and in the trail; empty where there is none such. */
    @Transactional
    public Optional<Outcome> handle(Scope scope, long id, Function<Incident, Outcome> act) {
        Optional<IncidentRow> row = rows.find(scope.everything(), scope.ids(), id);
        row.ifPresent(found -> rows.lock(found.portalId()));
        return rows.find(scope.everything(), scope.ids(), id).map(tables::load)
                .map(incident -> keep(incident, act.apply(incident)));
    }

    private Outcome keep(Incident before, Outcome outcome) {
        if (outcome instanceof Outcome.Done(Incident after, List<Step> steps)) {
            Incident stored = tables.save(Optional.of(before), after, steps);
            steps.forEach(step -> trail(stored, step));
            return new Outcome.Done(stored, steps);
        }
        return outcome;
    }

    private void trail(Incident incident, Step step) {
        audit.record(step.actor(), "incident.deed." + step.deed().id(), "incident:" + incident.id(),
                step.note());
    }

    /** Makes these pages, with all that was found on them, an incident of its own. */
    @Transactional
    public Optional<Incident> splitPages(Scope scope, long id, Set<String> pages, Word word) {
        return split(scope, id, word, incident -> splitting.pages(incident, pages));
    }

    /** Makes what one detector found an incident of its own, that takes it alone from now on. */
    @Transactional
    public Optional<Incident> splitDetector(Scope scope, long id, String detector, Word word) {
        return split(scope, id, word, incident -> splitting.detector(incident, detector));
    }

    private Optional<Incident> split(Scope scope, long id, Word word,
            Function<Incident, Optional<Halves>> knife) {
        Optional<IncidentRow> row = rows.find(scope.everything(), scope.ids(), id);
        row.ifPresent(found -> rows.lock(found.portalId()));
        return find(scope, id).flatMap(knife).map(halves -> keep(halves, word));
    }

    private Incident keep(Halves halves, Word word) {
        tables.shrink(halves.rest());
        Incident off = tables.save(Optional.empty(), halves.off(), List.of());
        Step here = word.step(Deed.SPLIT, "#" + off.id());
        Step there = word.step(Deed.SPLIT_OFF, "#" + halves.rest().id());
        tables.log(halves.rest().id(), List.of(here));
        tables.log(off.id(), List.of(there));
        trail(halves.rest(), here);
        trail(off, there);
        tables.show(off.id(), tables.exhibits(halves.rest().id()).stream()
                .filter(exhibit -> off.pages().containsKey(exhibit.page())).toList());
        return off;
    }

    /**
     * Opens one that somebody told us of. Its page is wanted under every view at once; what that look says stands
     * beside what was told.
     */
    @Transactional
    public Optional<Incident> open(Scope scope, ByHand told, String actor) {
        if (rows.agency(told.portal()).filter(scope::includes).isEmpty()) {
            return Optional.empty();
        }
        rows.lock(told.portal());
        Step step = new Word(actor, time.instant(), told.note()).step(Deed.RAISED_BY_HAND, told.source());
        Incident stored = tables.save(Optional.empty(), Incident.told(told), List.of(step));
        trail(stored, step);
        want(told.portal(), told.page(), "told");
        return Optional.of(stored);
    }

    /** Asks for every page of an incident to be looked at again, now, under every view. */
    @Transactional
    public Optional<Outcome> lookAgain(Scope scope, long id, String actor) {
        return handle(scope, id, incident -> {
            incident.pages().keySet()
                    .forEach(page -> want(Long.parseLong(incident.portal()), page, "look-again"));
            return new Outcome.Done(incident, List.of(new Step(time.instant(), actor, Deed.VISIT_ASKED, "")));
        });
    }

    private void want(long portal, String page, String reason) {
        if (wanted.waiting(portal, page, reason) == 0) {
            wanted.save(new WantedVisit(0, portal, page, time.instant(), reason, null));
        }
    }
}
