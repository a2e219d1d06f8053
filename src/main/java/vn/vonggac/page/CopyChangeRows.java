package vn.vonggac.page;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CopyChangeRows extends GenericRepository<LetGo, Long> {

    /** No other transaction gets past this before the one that called it ends: numbers become visible in order. */
    @Query("UPDATE page_copy_number SET number = number + :many WHERE id = 1")
    int take(int many);

    @Query("INSERT INTO page_copy_number (id, number) VALUES (1, 0) ON CONFLICT DO NOTHING")
    void begin();

    @Query("SELECT number FROM page_copy_number WHERE id = 1")
    Optional<Long> last();

    @Query("SELECT reach FROM page_copy_number WHERE id = 1")
    @Nullable
    Instant reach();

    @Query("UPDATE page_copy_number SET reach = :moment WHERE id = 1 AND (reach IS NULL OR reach < :moment)")
    void letGoOf(Instant moment);

    @Query("UPDATE page_copy SET number = :number WHERE id = :id")
    void number(long id, long number);

    LetGo save(LetGo gone);

    @Query("SELECT * FROM page_copy_gone WHERE number > :after AND number <= :upTo ORDER BY number")
    List<LetGo> gone(long after, long upTo);

    @Query("DELETE FROM page_copy_gone WHERE number <= :upTo")
    void forget(long upTo);

    @Query("SELECT * FROM page_copy WHERE number > :after AND number <= :upTo ORDER BY number LIMIT :size")
    List<PageCopy> changed(long after, long upTo, int size);

    @Query("SELECT count(*) FROM page_copy WHERE number > :after")
    long count(long after);

    @Query("""
            SELECT * FROM page_copy WHERE portal_id = :portalId AND url_hash = :urlHash AND view = :view AND id < :id
            ORDER BY id DESC LIMIT 1""")
    Optional<PageCopy> before(long portalId, String urlHash, String view, long id);

    /** The runs of one view that say the same. */
    @Introspected
    record Under(String view, long firstId, long lastId, Instant firstSeen, Instant lastSeen) {}

    @Query("""
            SELECT view, min(id) AS first_id, max(id) AS last_id, min(first_seen) AS first_seen,
              max(last_seen) AS last_seen
            FROM page_copy
            WHERE portal_id = :portalId AND url_hash = :urlHash AND canonical = :canonical
              AND (flagged OR status < 400)
            GROUP BY view ORDER BY view""")
    List<Under> under(long portalId, String urlHash, long canonical);

    /** What the portal's page said under a view at a moment. */
    @Query("""
            SELECT * FROM page_copy
            WHERE portal_id = :portalId AND url_hash = :urlHash AND view = :view AND first_seen <= :moment
            ORDER BY id DESC LIMIT 1""")
    Optional<PageCopy> asOf(long portalId, String urlHash, String view, Instant moment);
}
