package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.vonggac.incident.Campaigns;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.IncidentFilter;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Status;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Portals;

/** Incidents as the desk lists them: with the name of their portal. */
@Singleton
final class IncidentLists {

    private final Incidents incidents;
    private final Campaigns campaigns;
    private final Portals portals;
    private final InstantSource time;

    IncidentLists(Incidents incidents, Campaigns campaigns, Portals portals, InstantSource time) {
        this.incidents = incidents;
        this.campaigns = campaigns;
        this.portals = portals;
        this.time = time;
    }

    Listing<IncidentRow> list(Desk desk) {
        IncidentFilter filter = Arrays.stream(Status.values())
                .filter(each -> Form.word(each).equals(desk.address().value("status"))).findFirst()
                .map(IncidentFilter::at).orElse(IncidentFilter.QUEUE);
        return Listing.of(desk.address(), incidents.count(desk.scope(), filter),
                (size, skip) -> rows(desk, incidents.list(desk.scope(), filter, size, skip).rows()));
    }

    List<IncidentRow> gravest(Desk desk, int most) {
        return rows(desk, incidents.list(desk.scope(), IncidentFilter.QUEUE, most, 0).rows());
    }

    long open(Desk desk) {
        return incidents.count(desk.scope(), IncidentFilter.QUEUE);
    }

    List<IncidentRow> rows(Desk desk, List<Incident> incidents) {
        Map<Long, Long> known = campaigns.of(incidents.stream().map(Incident::id).toList());
        return incidents.stream()
                .map(incident -> row(desk, incident, known.getOrDefault(incident.id(), 0L))).toList();
    }

    IncidentPage page(Desk desk, Incident incident, Form form) {
        return new IncidentPage(row(desk, incident), incidents.log(desk.scope(), incident.id()),
                deadlines(desk, incident), incidents.exhibits(desk.scope(), incident.id()), form);
    }

    List<IncidentPage.Deadline> deadlines(Desk desk, Incident incident) {
        return incidents.clocks(desk.scope(), incident.id()).stream()
                .map(reading -> IncidentPage.Deadline.of(reading, time.instant())).toList();
    }

    IncidentRow row(Desk desk, Incident incident) {
        return rows(desk, List.of(incident)).getFirst();
    }

    private IncidentRow row(Desk desk, Incident incident, long campaign) {
        long portal = Long.parseLong(incident.portal());
        return new IncidentRow(incident, portal,
                portals.find(desk.scope(), portal).map(Portal::name).orElse(""), campaign);
    }
}
