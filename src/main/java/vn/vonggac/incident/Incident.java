package vn.vonggac.incident;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.Verdict;

/**
 * Findings of one portal and one cause. {@code portal} is the portal's key, {@code kind} what it was first seen as,
 * {@code level} and {@code score} the worst verdict so far, {@code apart} the detectors whose findings it alone takes
 * since somebody split it off.
 */
public record Incident(long id, String portal, Kind kind, Cause cause, Standing standing, Timeline timeline,
        Verdict.Level level, double score, Map<String, PageState> pages, List<Evidence> evidence,
        Set<String> apart) {

    /** An incident that was not stored yet. */
    static final long UNSTORED = 0;

    public Incident {
        pages = Collections.unmodifiableMap(new LinkedHashMap<>(pages));
        evidence = List.copyOf(evidence);
        apart = Set.copyOf(apart);
    }

    public boolean active() {
        return standing.status().active();
    }

    /** Another one once somebody decided something about it; new evidence alone is none. */
    public String version() {
        return standing.version();
    }

    public Severity severity() {
        return standing.severity();
    }

    /** The pages that have shown it since T0; those of earlier times are kept with them. */
    public List<String> shownOn() {
        return pages.entrySet().stream().filter(page -> timeline.current(page.getValue().lastSeen()))
                .map(Map.Entry::getKey).toList();
    }

    /** The page that showed it first. */
    public String firstPage() {
        return shownOn().stream().findFirst().orElseGet(() -> pages.keySet().iterator().next());
    }

    /** The views that alone showed it; none where whoever simply comes by sees it, and where nothing was seen. */
    public Set<String> onlyFor() {
        return Part.onlyFor(evidence.stream().map(told -> told.finding().view()).collect(Collectors.toSet()));
    }

    public List<Finding> findings() {
        return evidence.stream().map(Evidence::finding).toList();
    }

    /** Whether a visit at that moment told something that was not known: also that what was told is not to be seen. */
    public boolean learnedAt(Instant at) {
        return evidence.stream().anyMatch(told -> told.at().equals(at)) || onlyTold()
                && timeline.cleanRounds().size() == 1 && timeline.cleanRounds().getFirst().equals(at);
    }

    /** When it was first found clean; looks that never saw it prove nothing. */
    Optional<Instant> foundClean() {
        return onlyTold() ? Optional.empty() : timeline.cleanRounds().stream().findFirst();
    }

    public Incident stored(long as) {
        return new Incident(as, portal, kind, cause, standing, timeline, level, score, pages, evidence,
                apart);
    }

    Incident with(Standing other) {
        return new Incident(id, portal, kind, cause, other, timeline, level, score, pages, evidence, apart);
    }

    private Incident with(Timeline other) {
        return new Incident(id, portal, kind, cause, standing, other, level, score, pages, evidence, apart);
    }

    /** The incident after the action, with its line, or as it is where the table does not allow it. */
    Incident move(Action action, Step step, List<Step> steps) {
        Optional<Status> next = standing.status().after(action);
        next.ifPresent(status -> steps.add(step));
        return next.map(status -> with(standing.with(status)).with(timeline.closed(
                Optional.of(step.at()).filter(at -> !status.active())))).orElse(this);
    }

    /** The same incident after one of its pages was visited and no longer showed it. */
    Incident clean(Sighting seen) {
        Map<String, PageState> changed = new LinkedHashMap<>(pages);
        changed.computeIfPresent(seen.page(),
                (url, state) -> state.clean(seen.at(), seen.everyView(), seen.wellAgain()));
        return new Incident(id, portal, kind, cause, standing, timeline, level, score, changed, evidence,
                apart);
    }

    /** Whether nothing of it is shown any more, and nobody knows yet that the pages say again what they should. */
    public boolean toBeRestored() {
        return standing.status() == Status.CONTAINED && timeline.restoredAt().isEmpty();
    }

    /** Whether every page says again what it normally says. */
    boolean wellAgain() {
        return pages.values().stream().allMatch(page -> page.restoredAt().isPresent());
    }

    Incident restored(Step step, List<Step> steps) {
        steps.add(step);
        return with(timeline.restored(step.at()));
    }

    /** When what was done was undone; with the incident that is over too. */
    Optional<Instant> foundRestored() {
        return timeline.restoredAt().or(timeline::closedAt);
    }

    /** Whether every page was clean under all views since the last round. */
    boolean roundComplete() {
        return pages.values().stream().allMatch(page -> page.provedSince(timeline.roundStart()));
    }

    Incident cleanRound(Instant at) {
        return new Incident(id, portal, kind, cause, standing, timeline.cleanRound(at), level, score, pages,
                evidence, apart);
    }

    /** The same incident after another page, or the same one again, showed it. */
    Incident seen(Part part) {
        boolean grown = !cause.covers(part.cause()) || !pages.containsKey(part.page());
        Map<String, PageState> shown = new LinkedHashMap<>(pages);
        shown.merge(part.page(), PageState.shown(part.at()), (old, now) -> old.shownAgain(part.at()));
        return new Incident(id, portal, kind, cause.plus(part.cause()), standing.atLeast(part.severity()),
                timeline.seen(part.at(), grown), Collections.min(List.of(level, part.level())),
                Math.max(score, part.score()), shown,
                Evidence.join(evidence, part.evidence(), timeline), apart);
    }

    /** The same incident, closed as a true attack and shown again: its evidence stays, its times begin anew. */
    Incident comingBack(Part part) {
        return with(standing.comingBack()).with(timeline.comingBack(part.at())).seen(part);
    }

    /** Whether somebody told of it and no visit ever showed it. */
    boolean onlyTold() {
        return evidence.isEmpty();
    }

    /** One that a person opened: open from the start, its T0 the moment they were told. */
    static Incident told(ByHand by) {
        Standing standing = Standing.suspected(Severity.HIGH, Optional.empty()).with(Status.OPEN);
        return new Incident(UNSTORED, Long.toString(by.portal()), by.kind(),
                new Cause(Set.of(by.kind()), Set.of(), Set.of()), standing,
                Timeline.startingAt(by.receivedAt()),
                Verdict.Level.SUSPICIOUS, 0, Map.of(by.page(), PageState.shown(by.receivedAt())), List.of(),
                Set.of());
    }

    static Incident raised(String portal, Part part, Optional<Suppression> suppression) {
        return new Incident(UNSTORED, portal, part.kind(), part.cause(),
                Standing.suspected(part.severity(), suppression), Timeline.startingAt(part.at()),
                part.level(), part.score(),
                Map.of(part.page(), PageState.shown(part.at())),
                Evidence.join(List.of(), part.evidence(), Timeline.startingAt(part.at())), Set.of());
    }
}
