package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import vn.vonggac.incident.Exhibit;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Outline;
import vn.vonggac.incident.Queue;

/** What was kept of an incident, beside what the page said when it was last well. */
@Singleton
final class Sights {

    private final Incidents incidents;
    private final Queue queue;
    private final Versions versions;

    Sights(Incidents incidents, Queue queue, Versions versions) {
        this.incidents = incidents;
        this.queue = queue;
        this.versions = versions;
    }

    Optional<SightPage> of(Desk desk, long id, int number) {
        List<Exhibit> exhibits = incidents.exhibits(desk.scope(), id);
        return queue.find(desk.scope(), id, desk.who())
                .filter(incident -> number >= 0 && number < exhibits.size())
                .map(incident -> sight(incident, exhibits, number));
    }

    private SightPage sight(Outline incident, List<Exhibit> exhibits, int number) {
        Exhibit exhibit = exhibits.get(number);
        Sides sides = versions.beside(incident.portal(), exhibit.page(), exhibit.view(), exhibit.at(),
                versions.read(exhibit.hash(), exhibit.page(), ""));
        return new SightPage(new IncidentRow(incident), exhibits, number, sides);
    }
}
