package vn.vonggac.incident;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** An exhibit of an incident as its table holds it. */
@MappedEntity("incident_exhibit")
record ExhibitRow(@Id @GeneratedValue long id, long incidentId, String page, Instant at, String view,
        int status, String hash, String chain, String heads) {

    static ExhibitRow of(long incident, Exhibit exhibit) {
        return new ExhibitRow(0, incident, exhibit.page(), exhibit.at(), exhibit.view(), exhibit.status(),
                exhibit.hash(), exhibit.chain(), exhibit.heads());
    }

    Exhibit exhibit() {
        return new Exhibit(page, at, view, status, hash, chain, heads);
    }
}
