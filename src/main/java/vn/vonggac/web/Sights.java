package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import vn.vonggac.incident.Exhibit;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.Incidents;

/** What was kept of an incident, beside what the page said when it was last well. */
@Singleton
final class Sights {

    private final Incidents incidents;
    private final IncidentLists lists;
    private final Versions versions;

    Sights(Incidents incidents, IncidentLists lists, Versions versions) {
        this.incidents = incidents;
        this.lists = lists;
        this.versions = versions;
    }

    Optional<SightPage> of(Desk desk, long id, int number) {
        List<Exhibit> exhibits = incidents.exhibits(desk.scope(), id);
        return incidents.find(desk.scope(), id).filter(incident -> number >= 0 && number < exhibits.size())
                .map(incident -> sight(desk, incident, exhibits, number));
    }

    private SightPage sight(Desk desk, Incident incident, List<Exhibit> exhibits, int number) {
        Exhibit exhibit = exhibits.get(number);
        Sides sides = versions.beside(Long.parseLong(incident.portal()), exhibit.page(), exhibit.view(),
                exhibit.at(), versions.read(exhibit.hash(), exhibit.page(), ""));
        return new SightPage(lists.row(desk, incident), exhibits, number, sides);
    }
}
