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

    /** What was closed as no incident of its own is none here either. */
    String COUNTED = """
            AND (:everything OR p.agency_id IN (:agencies))
              AND i.resolution NOT IN ('FALSE_POSITIVE', 'DUPLICATE', 'PLANNED_CHANGE')
            """;

    @Query("""
            SELECT i.id AS id, i.portal_id AS portal, p.name AS name, i.severity AS severity, i.t0 AS t0,
              i.last_seen AS last_seen
            FROM incident i JOIN portal p ON p.id = i.portal_id WHERE i.last_seen >= :since\s""" + COUNTED
            + """
                    ORDER BY i.t0 DESC, i.id DESC LIMIT 20000""")
    List<PastIncident> since(boolean everything, Collection<Long> agencies, Instant since);

    @Query("""
            SELECT i.t0 AS t0, min(s.at) AS at FROM incident i JOIN portal p ON p.id = i.portal_id
              JOIN incident_step s ON s.incident_id = i.id
            WHERE s.deed = 'CONTAINED' AND s.at >= :since\s""" + COUNTED + """
            GROUP BY i.id, i.t0 ORDER BY 2 DESC LIMIT 20000""")
    List<Containment> contained(boolean everything, Collection<Long> agencies, Instant since);
}
