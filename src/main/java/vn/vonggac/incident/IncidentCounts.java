package vn.vonggac.incident;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** Counts over all incidents, for the numbers that a monitoring system reads; nobody's scope applies to them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface IncidentCounts extends GenericRepository<IncidentRow, Long> {

    @Query("""
            SELECT kind, severity, status, count(*) AS incidents FROM incident
            WHERE status <> 'CLOSED' AND silence_id IS NULL AND inhibited_by = ''
            GROUP BY kind, severity, status""")
    List<Active> active();

    @Query("""
            SELECT a.code AS code, a.name AS name, count(*) AS incidents
            FROM incident i JOIN portal p ON p.id = i.portal_id JOIN agency a ON a.id = p.agency_id
            WHERE i.status <> 'CLOSED' AND i.silence_id IS NULL AND i.inhibited_by = ''
            GROUP BY a.code, a.name ORDER BY 3 DESC, 1 LIMIT :most""")
    List<OfAgency> agencies(int most);

    /** Campaigns with an incident that is not closed, and on how many portals they have such. */
    @Query("""
            SELECT count(DISTINCT m.campaign_id) AS campaigns, count(DISTINCT i.portal_id) AS portals
            FROM campaign_member m JOIN incident i ON i.id = m.incident_id
            WHERE i.status <> 'CLOSED' AND i.resolution NOT IN ('FALSE_POSITIVE', 'PLANNED_CHANGE')""")
    Together campaigns();

    /** From T0 to the first line of a deed, of incidents since then; of what came back, since it did. */
    @Query("""
            SELECT i.t0 AS t0, min(s.at) AS at FROM incident i
              JOIN incident_step s ON s.incident_id = i.id AND s.at >= i.t0
            WHERE i.t0 > :since AND s.deed = :deed GROUP BY i.id, i.t0 ORDER BY i.t0 DESC LIMIT 1000""")
    List<Reached> reached(Instant since, String deed);

    /** How many incidents that are not closed are of a kind, weigh so much and stand at a status. */
    @Introspected
    record Active(String kind, String severity, String status, long incidents) {}

    /** How many incidents of an agency's portals are not closed. */
    @Introspected
    record OfAgency(String code, String name, long incidents) {}

    /** What belongs together. */
    @Introspected
    record Together(long campaigns, long portals) {}

    /** When an incident began, and when it came so far. */
    @Introspected
    record Reached(Instant t0, Instant at) {}
}
