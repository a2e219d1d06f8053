package vn.vonggac.page;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
            SELECT * FROM page_copy
            WHERE portal_id = :portalId AND url_hash = :urlHash AND view = :view AND NOT flagged AND status < 400
              AND first_seen < :before
            ORDER BY id DESC LIMIT 1""")
    Optional<PageCopy> newestGood(long portalId, String urlHash, String view, Instant before);

    @Query("""
            SELECT * FROM page_copy
            WHERE portal_id = :portalId AND url_hash = :urlHash AND view = :view AND id < :id
            ORDER BY id DESC LIMIT 1""")
    Optional<PageCopy> before(long portalId, String urlHash, String view, long id);

    @Query("""
            SELECT * FROM page_copy WHERE portal_id = :portalId AND url_hash = :urlHash ORDER BY id DESC
            LIMIT :size OFFSET :skip""")
    List<PageCopy> of(long portalId, String urlHash, int size, long skip);

    @Query("SELECT count(*) FROM page_copy WHERE portal_id = :portalId AND url_hash = :urlHash")
    long count(long portalId, String urlHash);

    /**
     * Runs that say what no run before them said, not even without a finding where they have one. Unless there is a
     * finding, a view's first turn is no change.
     */
    @Query("""
            SELECT * FROM (SELECT * FROM page_copy WHERE portal_id = :portalId ORDER BY id DESC LIMIT :reach) c
            WHERE NOT EXISTS (
                SELECT 1 FROM page_copy e WHERE e.portal_id = c.portal_id AND e.url_hash = c.url_hash
                  AND e.id < c.id AND e.canonical = c.canonical AND (e.flagged OR NOT c.flagged))
              AND (c.first_seen > :known AND NOT EXISTS (
                SELECT 1 FROM page_copy e WHERE e.portal_id = c.portal_id AND e.url_hash = c.url_hash
                  AND e.id < c.id)
              OR EXISTS (
                SELECT 1 FROM page_copy e WHERE e.portal_id = c.portal_id AND e.url_hash = c.url_hash
                  AND e.id < c.id AND e.first_seen < c.first_seen AND (e.view = c.view OR c.flagged)))
            ORDER BY c.id DESC LIMIT :size""")
    List<PageCopy> news(long portalId, Instant known, int reach, int size);

    @Query("UPDATE page_copy SET held_by = :holder WHERE id = :id AND held_by = ''")
    void hold(long id, String holder);

    /** What a page says now under each view. */
    @Query("""
            SELECT * FROM page_copy WHERE id IN (
              SELECT max(id) FROM page_copy WHERE portal_id = :portalId AND url_hash = :urlHash GROUP BY view)
            ORDER BY CASE view WHEN 'citizen' THEN 0 ELSE 1 END, view""")
    List<PageCopy> newest(long portalId, String urlHash);

    /** The copies that a run names. */
    @Introspected
    record Names(long id, String firstHash, String lastHash, String anchor) {

        static Names of(PageCopy run) {
            return new Names(run.id(), run.firstHash(), run.lastHash(), run.anchor());
        }

        Stream<String> all() {
            return Stream.of(firstHash, lastHash, anchor).filter(name -> !name.isEmpty());
        }
    }

    @Query("SELECT id, first_hash, last_hash, anchor FROM page_copy WHERE id > :after ORDER BY id LIMIT :size")
    List<Names> names(long after, int size);

    @Query("INSERT INTO page_copy_name (copy_id, hash) VALUES (:id, :name) ON CONFLICT DO NOTHING")
    void addName(long id, String name);

    @Query("DELETE FROM page_copy_name WHERE copy_id = :id AND hash NOT IN (:names)")
    void keepOnlyNames(long id, Collection<String> names);

    /** Those of the names that something refers to. */
    @Query("""
            SELECT hash FROM page_copy_name WHERE hash IN (:names)
            UNION SELECT hash FROM page_copy_hold WHERE hash IN (:names)
            UNION SELECT anchor FROM page_copy_hold WHERE anchor IN (:names)""")
    List<String> named(Collection<String> names);

    /**
     * The eldest that may go, after the one named: neither evidence nor the last good one of its page under its
     * view.
     */
    @Query("""
            SELECT * FROM page_copy c
            WHERE last_seen < :before AND (last_seen > :afterSeen OR last_seen = :afterSeen AND id > :afterId)
              AND held_by = '' AND (flagged OR status >= 400 OR EXISTS (
                SELECT 1 FROM page_copy n WHERE n.portal_id = c.portal_id AND n.url_hash = c.url_hash
                  AND n.view = c.view AND n.id > c.id AND NOT n.flagged AND n.status < 400))
            ORDER BY last_seen, id LIMIT :size""")
    List<PageCopy> removable(Instant before, Instant afterSeen, long afterId, int size);

    /** A page under a view of which there are too many runs. */
    @Introspected
    record Crowded(long portalId, String urlHash, String view) {}

    @Query("""
            SELECT portal_id, url_hash, view FROM page_copy GROUP BY portal_id, url_hash, view
            HAVING count(*) > :most LIMIT :size""")
    List<Crowded> crowded(int most, int size);

    /** What may go of a page of which only so many runs are kept. */
    @Query("""
            SELECT * FROM page_copy c
            WHERE portal_id = :portalId AND url_hash = :urlHash AND view = :view AND held_by = ''
              AND id <= (SELECT id FROM page_copy WHERE portal_id = :portalId AND url_hash = :urlHash
                AND view = :view ORDER BY id DESC LIMIT 1 OFFSET :most)
              AND (flagged OR status >= 400 OR EXISTS (
                SELECT 1 FROM page_copy n WHERE n.portal_id = c.portal_id AND n.url_hash = c.url_hash
                  AND n.view = c.view AND n.id > c.id AND NOT n.flagged AND n.status < 400))
            ORDER BY id""")
    List<PageCopy> beyond(long portalId, String urlHash, String view, int most);

    void deleteById(long id);
}
