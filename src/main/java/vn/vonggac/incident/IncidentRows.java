package vn.vonggac.incident;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface IncidentRows extends GenericRepository<IncidentRow, Long> {

    IncidentRow save(IncidentRow row);

    IncidentRow update(IncidentRow row);

    Optional<IncidentRow> findById(long id);

    /** Whoever changes incidents of a portal does it one after the other. */
    @Query("SELECT id FROM portal WHERE id = :portalId FOR UPDATE")
    List<Long> lock(long portalId);

    /** Those that a visit to a page may change, or was answered by a person. */
    @Query("""
            SELECT i.* FROM incident i WHERE i.portal_id = :portalId
              AND (i.status <> 'CLOSED'
                OR i.id IN (SELECT p.incident_id FROM incident_page p WHERE p.url_hash = :urlHash))
            ORDER BY i.id DESC LIMIT 200""")
    List<IncidentRow> known(long portalId, String urlHash);

    @Query("SELECT * FROM incident WHERE portal_id = :portalId ORDER BY id DESC LIMIT 200")
    List<IncidentRow> ofPortal(long portalId);

    @Query("""
            SELECT count(*) FROM incident i JOIN incident_page p ON p.incident_id = i.id
            WHERE i.portal_id = :portalId AND i.status <> 'CLOSED' AND p.url_hash = :urlHash""")
    long activeOn(long portalId, String urlHash);

    @Query("SELECT * FROM silence WHERE starts_at <= :now AND ends_at > :now ORDER BY id")
    List<SilenceRow> silences(Instant now);
}
