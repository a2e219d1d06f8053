package vn.vonggac.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions as rows. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SessionRows extends GenericRepository<Session, Long> {

    Session save(Session session);

    Optional<Session> findByTokenHash(String tokenHash);

    List<Session> findByPersonIdOrderByUsedAtDesc(long personId);

    @Query("UPDATE session SET used_at = :now WHERE id = :id")
    void used(long id, Instant now);

    void deleteByTokenHash(String tokenHash);

    void deleteByPersonId(long personId);

    long deleteByPersonIdAndId(long personId, long id);

    @Query("DELETE FROM session WHERE created_at < :then")
    void forgetBefore(Instant then);
}
