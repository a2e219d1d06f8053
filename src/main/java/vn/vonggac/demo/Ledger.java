package vn.vonggac.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.IncidentFilter;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Step;
import vn.vonggac.incident.Step.Deed;
import vn.vonggac.portal.Scope;

/** What was done to the portals, and what the watch made of it: read from the incidents' own logs. */
final class Ledger {

    private static final int MOST_INCIDENTS = 50;
    private static final Duration AFTERMATH = Duration.ofMinutes(5);
    private static final Set<Deed> ALARMS = EnumSet.of(Deed.RAISED, Deed.CAME_BACK, Deed.SEEN_ON_PAGE,
            Deed.GREW,
            Deed.WORSENED, Deed.RECURRED);
    private static final Set<Deed> NEWS = EnumSet.of(Deed.RAISED, Deed.CAME_BACK);
    private static final Set<Deed> PROOFS = EnumSet.of(Deed.CLEAN_ROUND, Deed.CONTAINED);
    private static final Set<Deed> CLOSINGS = EnumSet.of(Deed.CLOSED);

    private final Incidents incidents;
    private final Story story;
    private final Instant start;

    Ledger(Incidents incidents, Story story, Instant start) {
        this.incidents = incidents;
        this.story = story;
        this.start = start;
    }

    /** How a scene stands. */
    enum State {
        FOUND, WAITING, MISSED, CALM, FALSE_ALARM, PROVED, CLOSED
    }

    /** One scene, when it began, and what came of it; {@code incident} is 0 where there is none. */
    record Line(Scene scene, Instant at, State state, Optional<Instant> noticed, long incident) {

        Optional<Duration> took() {
            return noticed.map(moment -> Duration.between(at, moment));
        }
    }

    private record Notice(long incident, Step step) {}

    /** What has begun in the last two rounds, the latest first. */
    List<Line> lines(Instant now) {
        Duration elapsed = Duration.between(start, now);
        int round = (int) elapsed.dividedBy(story.length());
        return story.begun(elapsed).stream().filter(scene -> scene.round() >= round - 1)
                .map(scene -> line(scene, elapsed)).toList();
    }

    private Line line(Scene scene, Duration elapsed) {
        Optional<Notice> notice = notice(scene);
        return new Line(scene, start.plus(scene.from()), state(scene, notice, elapsed),
                notice.map(seen -> seen.step().at()), notice.map(Notice::incident).orElse(0L));
    }

    private static State state(Scene scene, Optional<Notice> notice, Duration elapsed) {
        State unseen = scene.over(elapsed) ? State.MISSED : State.WAITING;
        return switch (scene.act().expects()) {
            case ALARM -> notice.isPresent() ? State.FOUND : unseen;
            case QUIET -> notice.isPresent() ? State.FALSE_ALARM : State.CALM;
            case CONTAINED -> notice.isPresent() ? State.PROVED : unseen;
            case CLOSED -> notice.isPresent() ? State.CLOSED : unseen;
        };
    }

    private Optional<Notice> notice(Scene scene) {
        Instant from = start.plus(scene.from());
        Instant until = scene.until().map(start::plus).orElse(Instant.MAX);
        Set<Deed> deeds = switch (scene.act().expects()) {
            case ALARM -> ALARMS;
            case QUIET -> NEWS;
            case CONTAINED -> PROOFS;
            case CLOSED -> CLOSINGS;
        };
        return told(scene)
                .flatMap(incident -> incidents.log(Scope.EVERYTHING, incident.id()).stream()
                        .map(step -> new Notice(incident.id(), step)))
                .filter(notice -> deeds.contains(notice.step().deed()) && notice.step().at().isBefore(until)
                        && !notice.step().at().isBefore(from))
                .min(Comparator.comparing(notice -> notice.step().at()));
    }

    /** The incidents that may speak of a scene: of what is none, those that nothing else explains. */
    private Stream<Incident> told(Scene scene) {
        Stream<Incident> all = incidents(scene.site()).stream();
        return scene.act().expects() == Act.Expectation.QUIET
                ? all.filter(incident -> !explained(scene.site(), incident.timeline().t0()))
                : all;
    }

    /**
     * Incidents at the portals of the story that began while nothing was done to them; what was done a moment ago may
     * still come to light.
     */
    List<Incident> unexplained() {
        return story.sites().stream().flatMap(site -> incidents(site).stream()
                .filter(incident -> !explained(site, incident.timeline().t0()))).toList();
    }

    private boolean explained(Site site, Instant t0) {
        // T0 is the minute in which a visit began that may have come upon the deed later
        Duration latest = Duration.between(start, t0).plusMinutes(2);
        return story.begun(latest).stream()
                .filter(scene -> scene.site().equals(site) && scene.act().expects() == Act.Expectation.ALARM)
                .anyMatch(scene -> !scene.over(latest.minus(AFTERMATH)));
    }

    private List<Incident> incidents(Site site) {
        return incidents.list(Scope.EVERYTHING, IncidentFilter.ofPortal(site.portal()), MOST_INCIDENTS, 0)
                .rows();
    }
}
