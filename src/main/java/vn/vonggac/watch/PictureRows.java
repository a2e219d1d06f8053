package vn.vonggac.watch;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PictureRows extends GenericRepository<Picture, Long> {

    Picture update(Picture picture);

    @Query("SELECT * FROM picture WHERE portal_id = :portalId ORDER BY id")
    List<Picture> of(long portalId);

    @Query("SELECT * FROM picture WHERE portal_id = :portalId AND due_at <= :now ORDER BY id")
    List<Picture> due(long portalId, Instant now);

    @Query("UPDATE picture SET due_at = :until WHERE id = :id AND due_at <= :now")
    int take(long id, Instant now, Instant until);

    @Query("""
            INSERT INTO picture (portal_id, url, url_hash, due_at, etag, modified, seen, same, known)
            VALUES (:portalId, :url, :hash, :dueAt, '', '', '', 0, '') ON CONFLICT DO NOTHING""")
    void add(long portalId, String url, String hash, Instant dueAt);

    @Query("DELETE FROM picture WHERE portal_id = :portalId AND url_hash NOT IN (:hashes)")
    void keepOnly(long portalId, Collection<String> hashes);
}
