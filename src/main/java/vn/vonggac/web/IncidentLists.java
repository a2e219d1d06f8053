package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.Queue;
import vn.vonggac.incident.Status;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Portals;

/** Incidents as the desk lists them: with the name of their portal. */
@Singleton
final class IncidentLists {

    private final Queue queue;
    private final Portals portals;

    IncidentLists(Queue queue, Portals portals) {
        this.queue = queue;
        this.portals = portals;
    }

    Listing<IncidentRow> list(Desk desk) {
        Optional<Status> status = Arrays.stream(Status.values())
                .filter(each -> Form.word(each).equals(desk.address().value("status"))).findFirst();
        long total = queue.list(desk.scope(), status, 1, 0).total();
        return Listing.of(desk.address(), total, (size, skip) -> rows(desk,
                queue.list(desk.scope(), status, size, skip).rows()));
    }

    List<IncidentRow> gravest(Desk desk, int most) {
        return rows(desk, queue.list(desk.scope(), Optional.empty(), most, 0).rows());
    }

    List<IncidentRow> rows(Desk desk, List<Incident> incidents) {
        return incidents.stream().map(incident -> row(desk, incident)).toList();
    }

    IncidentRow row(Desk desk, Incident incident) {
        long portal = Long.parseLong(incident.portal());
        return new IncidentRow(incident, portal,
                portals.find(desk.scope(), portal).map(Portal::name).orElse(""));
    }
}
