package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.IncidentFilter;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Step;
import vn.vonggac.page.Baselines;
import vn.vonggac.page.Copies;
import vn.vonggac.page.PageCopy;
import vn.vonggac.watch.FrontierPage;
import vn.vonggac.watch.Watch;

/** What happened on a portal lately: its pages looked at, what they said anew, what became of its incidents. */
@Singleton
final class PortalTimeline {

    private static final int OF_EACH = 20;
    private static final int INCIDENTS = 5;
    private static final int SHOWN = 30;

    private final Watch watch;
    private final Copies copies;
    private final Baselines baselines;
    private final Incidents incidents;

    PortalTimeline(Watch watch, Copies copies, Baselines baselines, Incidents incidents) {
        this.watch = watch;
        this.copies = copies;
        this.baselines = baselines;
        this.incidents = incidents;
    }

    /** The newest first. */
    List<PortalEvent> of(Desk desk, long portal) {
        Stream<PortalEvent> visits = watch.recent(portal, OF_EACH).stream().map(PortalTimeline::visit);
        Stream<PortalEvent> changes = copies
                .news(portal, baselines.of(portal).knownFrom(), OF_EACH).stream()
                .map(PortalTimeline::change);
        Stream<PortalEvent> steps = incidents
                .list(desk.scope(), IncidentFilter.ofPortal(portal), INCIDENTS, 0).rows().stream()
                .flatMap(incident -> steps(desk, incident));
        return Stream.of(visits, changes, steps).flatMap(events -> events)
                .sorted(Comparator.comparing(PortalEvent::at).reversed()).limit(SHOWN).toList();
    }

    private static PortalEvent visit(FrontierPage page) {
        Instant at = page.visitedAt() == null ? page.foundAt() : page.visitedAt();
        String word = new PageRow(page).absent() ? "absent" : page.verdict();
        return new PortalEvent(at, "visit", page.url(), word, page.status(), "", 0, 0);
    }

    private static PortalEvent change(PageCopy run) {
        return new PortalEvent(run.firstSeen(), "change", run.url(),
                run.flagged() ? "suspicious" : "clean", run.status(), run.view(), 0, run.id());
    }

    private Stream<PortalEvent> steps(Desk desk, Incident incident) {
        return incidents.log(desk.scope(), incident.id()).stream().map(step -> step(incident, step));
    }

    private static PortalEvent step(Incident incident, Step step) {
        return new PortalEvent(step.at(), "incident", incident.firstPage(), step.deed().id(), 0, "",
                incident.id(), 0);
    }
}
