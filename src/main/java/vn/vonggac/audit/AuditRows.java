package vn.vonggac.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Rows can be added and read; that there is no way to change one is the point. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AuditRows extends GenericRepository<AuditEntry, Long> {

    AuditEntry save(AuditEntry entry);

    @Query("SELECT * FROM audit_entry WHERE id > :id ORDER BY id LIMIT :size")
    List<AuditEntry> after(long id, int size);

    @Query("""
            SELECT * FROM audit_entry
            WHERE (:who = '' OR who = :who) AND (:action = '' OR action = :action)
              AND (:object = '' OR object = :object) AND (:everybody OR who IN (:names))
              AND at >= :since AND at < :until
            ORDER BY id DESC LIMIT :size OFFSET :skip""")
    List<AuditEntry> find(String who, String action, String object, boolean everybody,
            Collection<String> names, Instant since, Instant until, int size, long skip);

    @Query("""
            SELECT * FROM audit_entry
            WHERE (:who = '' OR who = :who) AND (:action = '' OR action = :action)
              AND (:object = '' OR object = :object) AND (:everybody OR who IN (:names))
              AND at >= :since AND at < :until AND id > :after
            ORDER BY id LIMIT :size""")
    List<AuditEntry> part(String who, String action, String object, boolean everybody,
            Collection<String> names, Instant since, Instant until, long after, int size);

    @Query("SELECT coalesce(max(id), 0) FROM audit_entry")
    long newest();

    @Query("SELECT DISTINCT action FROM audit_entry ORDER BY action")
    List<String> actions();

    @Query("""
            SELECT count(*) FROM audit_entry
            WHERE (:who = '' OR who = :who) AND (:action = '' OR action = :action)
              AND (:object = '' OR object = :object) AND (:everybody OR who IN (:names))
              AND at >= :since AND at < :until""")
    long count(String who, String action, String object, boolean everybody,
            Collection<String> names, Instant since, Instant until);
}
