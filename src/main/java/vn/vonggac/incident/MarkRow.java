package vn.vonggac.incident;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A planted domain or the words that tie findings of an incident together. */
@MappedEntity("incident_mark")
record MarkRow(@Id @GeneratedValue long id, long incidentId, String kind, String mark) {

    static final String DOMAIN = "domain";
    static final String TEXT = "text";
}
