package vn.vonggac.watch;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ProbeRows extends GenericRepository<Probe, Long> {

    Probe update(Probe probe);

    @Query("SELECT url_hash FROM probe WHERE portal_id = :portalId AND url_hash IN (:hashes)")
    List<String> known(long portalId, Collection<String> hashes);

    @Query("SELECT count(*) FROM probe WHERE portal_id = :portalId AND kind = :kind")
    long count(long portalId, String kind);

    @Query("""
            INSERT INTO probe (portal_id, kind, url, url_hash, due_at, status, title, shown, proof)
            VALUES (:portalId, :kind, :url, :hash, :dueAt, 0, '', 0, '') ON CONFLICT DO NOTHING""")
    void add(long portalId, String kind, String url, String hash, Instant dueAt);

    /** What one answer accused first, so that it is sure soon; then whatever waits longest. */
    @Query("""
            SELECT * FROM probe WHERE portal_id = :portalId AND due_at <= :now
            ORDER BY CASE WHEN shown > 0 THEN 0 ELSE 1 END, due_at, kind, id LIMIT :most""")
    List<Probe> due(long portalId, Instant now, int most);

    @Query("UPDATE probe SET due_at = :until WHERE id = :id AND due_at <= :now")
    int take(long id, Instant now, Instant until);

    @Query("SELECT * FROM probe WHERE portal_id = :portalId AND shown > 0 ORDER BY id")
    List<Probe> shown(long portalId);

    @Query("SELECT * FROM probe WHERE portal_id = :portalId AND kind = 'ABSENT' ORDER BY id")
    List<Probe> absent(long portalId);
}
