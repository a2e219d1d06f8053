package vn.vonggac.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** The one row of the trail's end. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AuditHeadRows extends GenericRepository<AuditHead, Integer> {

    @Query("INSERT INTO audit_head (id, lines, seal) VALUES (1, 0, '') ON CONFLICT DO NOTHING")
    void begin();

    @Query("SELECT * FROM audit_head WHERE id = 1 FOR UPDATE")
    AuditHead lock();

    Optional<AuditHead> findById(int id);

    /** Both as of one moment. */
    @Query("""
            SELECT count(*) FROM audit_head
            WHERE seal <> coalesce((SELECT seal FROM audit_entry ORDER BY id DESC LIMIT 1), '')""")
    long notTheLast();

    @Query("UPDATE audit_head SET lines = :lines, seal = :seal WHERE id = 1")
    void move(long lines, String seal);
}
