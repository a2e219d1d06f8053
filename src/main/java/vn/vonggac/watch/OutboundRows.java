package vn.vonggac.watch;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface OutboundRows extends GenericRepository<OutboundTarget, Long> {

    OutboundTarget update(OutboundTarget target);

    /** Those of these that the portal was seen to link to since then. */
    @Query("""
            SELECT t.url_hash FROM outbound_link l JOIN outbound_target t ON t.id = l.target_id
            WHERE l.portal_id = :portalId AND l.seen_at > :since AND t.url_hash IN (:hashes)""")
    List<String> seenSince(long portalId, Instant since, Collection<String> hashes);

    @Query("""
            SELECT t.domain AS domain, count(*) AS targets
            FROM outbound_link l JOIN outbound_target t ON t.id = l.target_id
            WHERE l.portal_id = :portalId GROUP BY t.domain""")
    List<OutboundDomain> domains(long portalId);

    @Query("""
            INSERT INTO outbound_target (url, url_hash, domain, due_at, status, verdict, score, final_url, quote,
                flags, failures, script)
            VALUES (:url, :hash, :domain, :dueAt, 0, 'incomplete', 0, '', '', 0, 0, :script)
            ON CONFLICT DO NOTHING""")
    void add(String url, String hash, String domain, Instant dueAt, boolean script);

    @Query("""
            UPDATE outbound_link SET page_id = :pageId, seen_at = :at
            WHERE portal_id = :portalId AND target_id = (SELECT id FROM outbound_target WHERE url_hash = :hash)""")
    int seen(long portalId, long pageId, String hash, Instant at);

    @Query("""
            INSERT INTO outbound_link (portal_id, target_id, page_id, seen_at)
            SELECT :portalId, id, :pageId, :at FROM outbound_target WHERE url_hash = :hash
            ON CONFLICT DO NOTHING""")
    void link(long portalId, long pageId, String hash, Instant at);

    @Query("""
            SELECT t.* FROM outbound_target t JOIN outbound_link l ON l.target_id = t.id
            WHERE l.portal_id = :portalId AND l.seen_at > :since AND t.due_at <= :now
            ORDER BY t.due_at, t.id LIMIT :most""")
    List<OutboundTarget> due(long portalId, Instant since, Instant now, int most);

    /** Of several portals that link to it, one looks. */
    @Query("UPDATE outbound_target SET due_at = :until WHERE id = :id AND due_at <= :now")
    int take(long id, Instant now, Instant until);

    @Query("""
            SELECT t.* FROM outbound_target t JOIN outbound_link l ON l.target_id = t.id
            WHERE l.portal_id = :portalId AND t.flags >= :sure""")
    List<OutboundTarget> bad(long portalId, int sure);

    /** The pages that showed it last are looked at again, under every view. */
    @Query("""
            UPDATE frontier SET due_at = :now, every_view = true
            WHERE id IN (SELECT page_id FROM outbound_link WHERE target_id = :id)""")
    void lookAgainAtLinking(long id, Instant now);

    @Query("DELETE FROM outbound_link WHERE seen_at < :before")
    void forgetLinks(Instant before);

    @Query("DELETE FROM outbound_target WHERE id NOT IN (SELECT target_id FROM outbound_link)")
    void forgetTargets();
}
