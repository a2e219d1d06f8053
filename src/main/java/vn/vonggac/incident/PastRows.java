package vn.vonggac.incident;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PastRows extends GenericRepository<IncidentRow, Long> {

    /** What was closed as no incident of its own is none here either; what came back counts each time. */
    String COUNTED = """
            AND (:everything OR p.agency_id IN (:agencies))
              AND (b.past OR i.resolution NOT IN ('FALSE_POSITIVE', 'DUPLICATE', 'PLANNED_CHANGE'))
            """;

    String BOUTS = """
            FROM incident i JOIN portal p ON p.id = i.portal_id
              JOIN (SELECT id AS incident_id, t0, last_seen, closed_at, FALSE AS past FROM incident
                UNION ALL SELECT incident_id, t0, last_seen, closed_at, TRUE AS past FROM incident_bout) b
                ON b.incident_id = i.id
            """;

    @Query("""
            SELECT i.id AS id, i.portal_id AS portal, p.name AS name, i.severity AS severity, b.t0 AS t0,
              b.last_seen AS last_seen\s""" + BOUTS + "WHERE b.last_seen >= :since " + COUNTED
            + "ORDER BY b.t0 DESC, i.id DESC LIMIT 20000")
    List<PastIncident> since(boolean everything, Collection<Long> agencies, Instant since);

    @Query("""
            SELECT b.t0 AS t0, min(s.at) AS at\s""" + BOUTS + """
              JOIN incident_step s ON s.incident_id = i.id AND s.at >= b.t0
                AND (b.closed_at IS NULL OR s.at <= b.closed_at)
            WHERE s.deed = 'CONTAINED' AND s.at >= :since\s""" + COUNTED + """
            GROUP BY i.id, b.t0 ORDER BY 2 DESC LIMIT 20000""")
    List<Containment> contained(boolean everything, Collection<Long> agencies, Instant since);
}
