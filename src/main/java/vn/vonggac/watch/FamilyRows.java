package vn.vonggac.watch;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface FamilyRows extends GenericRepository<FrontierPage, Long> {

    @Query("SELECT pattern, barren, said FROM family WHERE portal_id = :portalId AND pattern = :pattern")
    Optional<Family> find(long portalId, String pattern);

    @Query("SELECT pattern, barren, said FROM family WHERE portal_id = :portalId AND barren >= :least")
    List<Family> barren(long portalId, int least);

    @Query("""
            UPDATE family SET barren = :barren, said = :said
            WHERE portal_id = :portalId AND pattern = :pattern""")
    int update(long portalId, String pattern, int barren, byte[] said);

    @Query("""
            INSERT INTO family (portal_id, pattern, barren, said) VALUES (:portalId, :pattern, :barren, :said)
            ON CONFLICT DO NOTHING""")
    void add(long portalId, String pattern, int barren, byte[] said);

    /** Pages that links led to and that wait for their first look. */
    @Query("""
            SELECT count(*) FROM frontier
            WHERE portal_id = :portalId AND family LIKE :pattern AND visits = 0 AND source = 'LINK'""")
    long waiting(long portalId, String pattern);

    /** All but the first few of them are let go. */
    @Query("""
            DELETE FROM frontier
            WHERE portal_id = :portalId AND family LIKE :pattern AND visits = 0 AND source = 'LINK' AND id NOT IN (
                SELECT id FROM frontier
                WHERE portal_id = :portalId AND family LIKE :pattern AND visits = 0 AND source = 'LINK'
                ORDER BY id LIMIT :kept)""")
    void thin(long portalId, String pattern, int kept);

    /** Those that are left have their look some time. */
    @Query("""
            UPDATE frontier SET due_at = :due
            WHERE portal_id = :portalId AND family LIKE :pattern AND visits = 0 AND source = 'LINK'""")
    void putOff(long portalId, String pattern, Instant due);
}
