package vn.vonggac.watch;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface FrontierRows extends GenericRepository<FrontierPage, Long> {

    FrontierPage save(FrontierPage page);

    FrontierPage update(FrontierPage page);

    Optional<FrontierPage> findByPortalIdAndUrlHash(long portalId, String urlHash);

    @Query("SELECT * FROM frontier WHERE portal_id = :portalId AND source = 'HOME' ORDER BY id DESC LIMIT 1")
    Optional<FrontierPage> home(long portalId);

    /** The section with the most pages that wait for their first look. */
    @Query("""
            SELECT section FROM frontier WHERE portal_id = :portalId AND visits = 0 AND source = 'LINK'
            GROUP BY section ORDER BY count(*) DESC, section LIMIT 1""")
    Optional<String> crowded(long portalId);

    /** Lets go of pages never looked at, those found last and deepest first. */
    @Query("""
            DELETE FROM frontier WHERE id IN (
                SELECT id FROM frontier
                WHERE portal_id = :portalId AND section = :section AND visits = 0 AND source = 'LINK'
                ORDER BY depth DESC, id DESC LIMIT :most)""")
    int letGo(long portalId, String section, int most);

    /**
     * What is due besides the home page. Pages that showed an attack, new ones and those known take turns, an attacked one
     * first: whether it still shows it decides how its incident goes on. So do the sections of the site, in another order
     * each time: however many pages of a kind wait, no other goes without.
     */
    @Query("""
            SELECT * FROM (
                SELECT fair.*, row_number() OVER (PARTITION BY kind ORDER BY place, mod(id * :mix, 9973), id) AS turn
                FROM (
                    SELECT kinds.*, row_number() OVER (PARTITION BY kind, section ORDER BY due_at, id) AS place
                    FROM (
                        SELECT f.*, CASE WHEN verdict IN ('compromised', 'suspicious') THEN 0
                            WHEN visits = 0 THEN 1 ELSE 2 END AS kind
                        FROM frontier f
                        WHERE portal_id = :portalId AND due_at <= :now AND source <> 'HOME') kinds) fair) due
            ORDER BY turn, kind, id
            LIMIT :most""")
    List<FrontierPage> due(long portalId, Instant now, long mix, int most);

    @Query("SELECT count(*) FROM frontier WHERE id = :id AND due_at <= :now")
    long waits(long id, Instant now);

    @Query("SELECT url_hash FROM frontier WHERE portal_id = :portalId AND url_hash IN (:hashes)")
    List<String> known(long portalId, Collection<String> hashes);

    @Query("SELECT count(*) FROM frontier WHERE portal_id = :portalId")
    long count(long portalId);

    /** Another node may find the same page at the same moment. */
    @Query("""
            INSERT INTO frontier (portal_id, url, url_hash, source, section, family, depth, found_at, due_at, every_view, visits,
                changes, failures, pause_millis, verdict, status, content_hash, linked_at)
            VALUES (:portalId, :url, :urlHash, :source, :section, :family, :depth, :foundAt, :foundAt, false, 0, 0, 0, 0, '', 0, '',
                :linkedAt)
            ON CONFLICT DO NOTHING""")
    void add(long portalId, String url, String urlHash, String source, String section, String family,
            int depth, Instant foundAt, @Nullable Instant linkedAt);

    /** Said of each now and then only: whoever reads it counts with that. */
    @Query("""
            UPDATE frontier SET linked_at = :now
            WHERE portal_id = :portalId AND url_hash IN (:hashes) AND (linked_at IS NULL OR linked_at < :said)""")
    void linked(long portalId, Collection<String> hashes, Instant now, Instant said);

    @Query("SELECT linked_at FROM frontier WHERE id = :id")
    @Nullable
    Instant linkedAt(long id);

    /** Since when it was taken in of every page where it leads, those left out that are gone or keep failing. */
    @Query("""
            SELECT min(links_at) FROM frontier
            WHERE portal_id = :portalId AND visits > 0 AND failures < 5 AND status NOT IN (404, 410)""")
    @Nullable
    Instant linksReadSince(long portalId);

    /** How many pages there are, of those looked at, to which none has led since then, though pages usually do. */
    @Query("""
            SELECT count(*) FROM frontier
            WHERE portal_id = :portalId AND visits > 0 AND failures = 0
              AND source IN ('LINK', 'CANONICAL', 'REDIRECT', 'WANTED')
              AND (linked_at IS NULL OR linked_at < :since)""")
    long notLinkedSince(long portalId, Instant since);

    @Query("SELECT count(*) FROM frontier WHERE portal_id = :portalId AND visits > 0")
    long seen(long portalId);

    /** Those of these pages that a site map may make due, which none did since then, the one looked at longest ago first. */
    @Query("""
            SELECT * FROM frontier
            WHERE portal_id = :portalId AND url_hash IN (:hashes) AND source <> 'HOME' AND due_at > :now
              AND visited_at IS NOT NULL AND (listed_at IS NULL OR listed_at <= :since)
            ORDER BY visited_at, id""")
    List<FrontierPage> notListedSince(long portalId, Collection<String> hashes, Instant now, Instant since);

    @Query("UPDATE frontier SET due_at = :now, listed_at = :now WHERE id IN (:ids)")
    void listed(Collection<Long> ids, Instant now);

    @Query("UPDATE frontier SET due_at = :now, every_view = true WHERE portal_id = :portalId AND visits > 0")
    void lookAtAllAgain(long portalId, Instant now);

    @Query("UPDATE frontier SET due_at = :now, every_view = true WHERE id = :id")
    void lookAgain(long id, Instant now);

    @Query("""
            SELECT * FROM frontier WHERE known_rules <> :rules AND visits > 0
            ORDER BY visited_at DESC, id DESC LIMIT :most""")
    List<FrontierPage> judgedByOthers(String rules, int most);

    /** Nothing where a look was faster. */
    @Query("UPDATE frontier SET known_rules = :rules, known_body = :body WHERE id = :id AND known_rules = :before")
    void rejudged(long id, String before, String rules, String body);

    @Query("UPDATE frontier SET known_body = '' WHERE portal_id = :portalId AND known_body <> ''")
    void readAllAgain(long portalId);

    /** Looks that a clock running ahead put into the future are taken to have been now. */
    @Query("UPDATE frontier SET visited_at = :now, due_at = :now WHERE visited_at > :ahead")
    void setBack(Instant now, Instant ahead);

    @Query("UPDATE frontier SET found_at = :now, due_at = :now WHERE visits = 0 AND found_at > :ahead")
    void setBackUnseen(Instant now, Instant ahead);

    @Query("SELECT count(*) FROM frontier WHERE visited_at > :since")
    long visitsSince(Instant since);

    @Query("SELECT max(visited_at) FROM frontier")
    @Nullable
    Instant lastVisit();

    /** What was looked at last. */
    @Query("""
            SELECT * FROM frontier WHERE portal_id = :portalId AND visited_at IS NOT NULL
            ORDER BY visited_at DESC LIMIT :most""")
    List<FrontierPage> recent(long portalId, int most);

    @Query("""
            SELECT f.status, count(*) AS portals FROM frontier f JOIN portal p ON p.id = f.portal_id
            WHERE f.source = 'HOME' AND f.failures > 0 AND (:everything OR p.agency_id IN (:agencies))
            GROUP BY f.status ORDER BY 2 DESC, 1 LIMIT 10""")
    List<Failing> failing(boolean everything, Collection<Long> agencies);

    @Query("""
            SELECT count(*) FROM frontier f JOIN portal p ON p.id = f.portal_id
            WHERE f.source = 'HOME' AND f.due_at < :now AND (:everything OR p.agency_id IN (:agencies))""")
    long due(boolean everything, Collection<Long> agencies, Instant now);

    @Query("""
            SELECT count(*) FROM frontier f JOIN portal p ON p.id = f.portal_id
            WHERE f.visited_at > :since AND (:everything OR p.agency_id IN (:agencies))""")
    long visitsSince(boolean everything, Collection<Long> agencies, Instant since);

    /** The home pages that should have been looked at before then, of these portals, eldest first. */
    @Query("""
            SELECT * FROM frontier WHERE source = 'HOME' AND due_at < :before
            ORDER BY due_at, id LIMIT :most""")
    List<FrontierPage> homesDueBefore(Instant before, int most);
}
