package vn.vonggac.incident;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface FeedbackRows extends GenericRepository<FeedbackRows.Wrong, Long> {

    /** What a person said was wrong. */
    @MappedEntity("incident_wrong")
    record Wrong(@Id @GeneratedValue long id, long incidentId, String detector) {}

    List<Wrong> saveAll(Iterable<Wrong> rows);

    @Query("DELETE FROM incident_wrong WHERE incident_id = :incident")
    long clear(long incident);

    @Query("""
            SELECT e.detector AS detector, count(DISTINCT i.id) AS closed,
              count(DISTINCT CASE WHEN i.resolution = 'TRUE_POSITIVE' OR b.id IS NOT NULL THEN i.id END)
                AS rightly,
              count(DISTINCT CASE WHEN i.resolution = 'FALSE_POSITIVE' THEN w.incident_id END) AS wrongly
            FROM incident i JOIN portal p ON p.id = i.portal_id
              JOIN incident_evidence e ON e.incident_id = i.id
              LEFT JOIN incident_wrong w ON w.incident_id = i.id AND w.detector = e.detector
              LEFT JOIN incident_bout b ON b.incident_id = i.id AND e.at <= b.closed_at
            WHERE (:everything OR p.agency_id IN (:agencies)) AND (i.status = 'CLOSED' OR b.id IS NOT NULL)
              AND i.id IN (SELECT s.incident_id FROM incident_step s
                WHERE s.deed = 'CLOSED' AND s.at >= :since)
            GROUP BY e.detector ORDER BY 4 DESC, 2 DESC, 1""")
    List<Precision> precision(boolean everything, Collection<Long> agencies, Instant since);
}
