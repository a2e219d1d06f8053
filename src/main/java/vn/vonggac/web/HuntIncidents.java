package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import vn.vonggac.corpus.Found;
import vn.vonggac.incident.ByHand;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Kind;

/** Opens incidents for what a hunt found and is still there; each page is looked at again at once. */
@Singleton
final class HuntIncidents {

    private final Searches searches;
    private final Incidents incidents;
    private final InstantSource time;

    HuntIncidents(Searches searches, Incidents incidents, InstantSource time) {
        this.searches = searches;
        this.incidents = incidents;
        this.time = time;
    }

    int raise(Desk desk, Form form) {
        String query = desk.address().value("q").strip();
        List<Long> chosen = form.ids("portal");
        if (chosen.isEmpty() || query.isEmpty() || query.length() > Searches.LONGEST) {
            form.reject("portal", "web.hunt.problem.none-chosen");
            return 0;
        }
        return (int) chosen.stream().filter(portal -> open(desk, query, portal).isPresent()).count();
    }

    private Optional<Incident> open(Desk desk, String query, long portal) {
        Instant now = time.instant();
        return searches.stillThere(desk, query, portal).map(Found.Hit::url)
                .flatMap(page -> incidents.open(desk.scope(),
                        new ByHand(portal, page, Kind.PLANTED_CONTENT, desk.say("web.hunt.source"), now,
                                query),
                        desk.who()));
    }
}
