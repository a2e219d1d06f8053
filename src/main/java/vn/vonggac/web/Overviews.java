package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Portals;
import vn.vonggac.watch.Checks;
import vn.vonggac.watch.Watch;

/** Gathers what the first page says. */
@Singleton
final class Overviews {

    private static final int SHOWN = 6;

    private final Portals portals;
    private final Agencies agencies;
    private final PortalStates states;
    private final IncidentLists incidents;
    private final CampaignPages campaigns;
    private final Pulses pulses;
    private final Watch watch;
    private final Checks checks;

    Overviews(Portals portals, Agencies agencies, PortalStates states, IncidentLists incidents,
            CampaignPages campaigns,
            Pulses pulses, Watch watch, Checks checks) {
        this.portals = portals;
        this.agencies = agencies;
        this.states = states;
        this.incidents = incidents;
        this.campaigns = campaigns;
        this.pulses = pulses;
        this.watch = watch;
        this.checks = checks;
    }

    /** How busy the service is now with what this reader sees; only how far the watch lags is of all it watches. */
    Numbers numbers(Desk desk) {
        return new Numbers(pulses.now(), watch.visitsPerMinute(desk.scope()), watch.due(desk.scope()),
                checks.waiting(desk.who(), desk.scope()), watch.failing(desk.scope()));
    }

    Overview of(Desk desk) {
        PortalStates.Now now = states.now(desk.scope());
        List<Portal> all = portals.all(desk.scope());
        List<Overview.Square> squares = all.stream()
                .sorted(Comparator.comparingLong(Portal::agencyId).thenComparing(Portal::name))
                .map(portal -> new Overview.Square(portal.id(), portal.name(), now.of(portal))).toList();
        Map<PortalState, Long> counts = squares.stream()
                .collect(Collectors.groupingBy(Overview.Square::state, Collectors.counting()));
        return new Overview(agencies.list(desk.scope(), "", 1, 0).total(), counts, squares,
                incidents.gravest(desk, SHOWN), campaigns.active(desk, SHOWN),
                pulses.now().lastVisit());
    }
}
