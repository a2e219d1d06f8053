package vn.vonggac.incident;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The looks that somebody asked for; whoever asks writes a row, and the watch takes it. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface WantedVisits extends GenericRepository<WantedVisit, Long> {

    WantedVisit save(WantedVisit visit);

    /** The portals somebody is waiting for. */
    @Query("""
            SELECT DISTINCT portal_id FROM wanted_visit
            WHERE due_at <= :now AND (taken_until IS NULL OR taken_until < :now)""")
    List<Long> portals(Instant now);

    @Query("""
            SELECT * FROM wanted_visit WHERE portal_id = :portalId AND due_at <= :now
              AND (taken_until IS NULL OR taken_until < :now) ORDER BY due_at, id LIMIT 50""")
    List<WantedVisit> due(long portalId, Instant now);

    /** One taker each: whoever changes the row has it until then. */
    @Query("""
            UPDATE wanted_visit SET taken_until = :until
            WHERE id = :id AND (taken_until IS NULL OR taken_until < :now)""")
    long take(long id, Instant now, Instant until);

    @Query("""
            SELECT * FROM wanted_visit WHERE portal_id = :portalId AND reason = :reason ORDER BY id DESC
            LIMIT 1""")
    Optional<WantedVisit> asked(long portalId, String reason);

    @Query("DELETE FROM wanted_visit WHERE id = :id")
    long done(long id);

    @Query("""
            SELECT count(*) FROM wanted_visit
            WHERE portal_id = :portalId AND url = :url AND reason = :reason AND taken_until IS NULL""")
    long waiting(long portalId, String url, String reason);
}
