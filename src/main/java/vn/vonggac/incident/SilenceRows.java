package vn.vonggac.incident;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SilenceRows extends GenericRepository<SilenceRow, Long> {

    SilenceRow save(SilenceRow row);

    Optional<SilenceRow> findById(long id);

    @Query("UPDATE silence SET ends_at = :at WHERE id = :id AND ends_at > :at")
    long end(long id, Instant at);

    /** A silence over all portals is seen by everybody: it keeps quiet what is theirs. */
    @Query("""
            SELECT s.* FROM silence s LEFT JOIN portal p ON p.id = s.portal_id
            WHERE s.ends_at > :after AND (:everything OR s.portal_id IS NULL OR p.agency_id IN (:agencies))
            ORDER BY s.ends_at, s.id LIMIT 1000""")
    List<SilenceRow> endingAfter(boolean everything, Collection<Long> agencies, Instant after);
}
