package vn.vonggac.incident;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** That a line of an incident was not taken in yet by whoever tells of incidents. */
@MappedEntity("incident_news")
record NewsRow(@Id long stepId, long incidentId) {}
