package vn.vonggac.corpus;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SavedHuntRows extends GenericRepository<SavedHunt, Long> {

    SavedHunt save(SavedHunt hunt);

    List<SavedHunt> findAll();

    List<SavedHunt> findByAuthorOrderByIdDesc(String author);

    Optional<SavedHunt> findByAuthorAndQuery(String author, String query);

    @Query("UPDATE saved_hunt SET ran_at = :at WHERE id = :id")
    void ran(long id, Instant at);

    @Query("DELETE FROM saved_hunt WHERE id = :id AND author = :author")
    int remove(long id, String author);

    @Query("""
            INSERT INTO saved_hunt_hit (hunt_id, portal_id, url, url_hash, title, quote, seen_from)
            SELECT :huntId, :portalId, :url, :urlHash, :title, :quote, :seenFrom
            WHERE EXISTS (SELECT 1 FROM portal WHERE id = :portalId)
            ON CONFLICT DO NOTHING""")
    void add(long huntId, long portalId, String url, String urlHash, String title, String quote,
            Instant seenFrom);

    @Query("SELECT coalesce(max(id), 0) FROM saved_hunt_hit")
    long newestHit();

    @Query("""
            SELECT h.hunt_id, h.portal_id, h.url, h.title, h.quote, h.seen_from
            FROM saved_hunt_hit h JOIN portal p ON p.id = h.portal_id
            WHERE h.hunt_id IN (:hunts) AND (:everything OR p.agency_id IN (:agencies))
            ORDER BY h.seen_from DESC, h.id DESC LIMIT :size""")
    List<HuntHit> hits(Collection<Long> hunts, boolean everything, Collection<Long> agencies, int size);
}
