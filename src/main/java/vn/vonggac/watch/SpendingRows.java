package vn.vonggac.watch;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SpendingRows extends GenericRepository<FrontierPage, Long> {

    /** The requests of this hour, and the bytes since then. */
    @Query("""
            SELECT CAST(coalesce(sum(CASE WHEN slot = :hour THEN requests ELSE 0 END), 0) AS bigint) AS requests,
                CAST(coalesce(sum(bytes), 0) AS bigint) AS bytes
            FROM spending WHERE portal_id = :portalId AND slot > :since AND slot <= :hour""")
    Cost spent(long portalId, Instant hour, Instant since);

    @Query("""
            UPDATE spending SET requests = requests + :requests, bytes = bytes + :bytes
            WHERE portal_id = :portalId AND slot = :hour""")
    int pay(long portalId, Instant hour, long requests, long bytes);

    @Query("""
            INSERT INTO spending (portal_id, slot, requests, bytes) VALUES (:portalId, :hour, 0, 0)
            ON CONFLICT DO NOTHING""")
    void open(long portalId, Instant hour);

    @Query("DELETE FROM spending WHERE slot < :before")
    void forget(Instant before);
}
