package vn.vonggac.page;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface BaselineRows extends GenericRepository<BaselineRow, Long> {

    Optional<BaselineRow> findByPortalIdAndUrlHash(long portalId, String urlHash);

    /** Nothing where another node was faster. */
    @Query("""
            INSERT INTO page_baseline (portal_id, url_hash, state, learned, written_at)
            VALUES (:portalId, :urlHash, 1, :learned, :at) ON CONFLICT DO NOTHING""")
    int add(long portalId, String urlHash, byte[] learned, Instant at);

    /** Nothing where another node wrote since. */
    @Query("""
            UPDATE page_baseline SET learned = :learned, state = state + 1, written_at = :at
            WHERE portal_id = :portalId AND url_hash = :urlHash AND state = :state""")
    int replace(long portalId, String urlHash, int state, byte[] learned, Instant at);
}
