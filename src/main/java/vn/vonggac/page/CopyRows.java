package vn.vonggac.page;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CopyRows extends GenericRepository<PageCopy, Long> {

    PageCopy save(PageCopy row);

    PageCopy update(PageCopy row);

    Optional<PageCopy> findById(long id);

    @Query("""
            SELECT * FROM page_copy WHERE portal_id = :portalId AND url_hash = :urlHash AND view = :view
            ORDER BY id DESC LIMIT 1""")
    Optional<PageCopy> newest(long portalId, String urlHash, String view);

    @Query("""
            SELECT * FROM page_copy
            WHERE portal_id = :portalId AND url_hash = :urlHash AND view = :view AND NOT flagged AND status < 400
            ORDER BY id DESC LIMIT 1""")
    Optional<PageCopy> newestGood(long portalId, String urlHash, String view);

    @Query("""
            SELECT * FROM page_copy WHERE portal_id = :portalId AND url_hash = :urlHash ORDER BY id DESC
            LIMIT :size OFFSET :skip""")
    List<PageCopy> of(long portalId, String urlHash, int size, long skip);

    @Query("UPDATE page_copy SET held_by = :holder WHERE id = :id AND held_by = ''")
    void hold(long id, String holder);

    @Query("""
            SELECT (SELECT count(*) FROM page_copy WHERE first_hash = :hash OR last_hash = :hash OR anchor = :hash)
              + (SELECT count(*) FROM page_copy_hold WHERE hash = :hash OR anchor = :hash)""")
    long uses(String hash);

    @Query("SELECT coalesce(sum(CAST(stored AS bigint)), 0) FROM page_copy")
    long stored();

    /** All but what is evidence, and the last good copy of each page under each view. */
    @Query("""
            DELETE FROM page_copy WHERE last_seen < :before AND held_by = '' AND id NOT IN (
              SELECT max(id) FROM page_copy WHERE NOT flagged AND status < 400 GROUP BY portal_id, url_hash, view)""")
    int removeOlder(Instant before);

    @Query("""
            DELETE FROM page_copy WHERE held_by = '' AND id IN (
              SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY portal_id, url_hash, view ORDER BY id DESC) AS place
                FROM page_copy) ranked WHERE place > :most)
            AND id NOT IN (
              SELECT max(id) FROM page_copy WHERE NOT flagged AND status < 400 GROUP BY portal_id, url_hash, view)""")
    int removeBeyond(int most);

    @Query("""
            SELECT * FROM page_copy WHERE held_by = '' AND id NOT IN (
              SELECT max(id) FROM page_copy WHERE NOT flagged AND status < 400 GROUP BY portal_id, url_hash, view)
            ORDER BY last_seen, id LIMIT :size""")
    List<PageCopy> eldest(int size);

    void deleteById(long id);
}
