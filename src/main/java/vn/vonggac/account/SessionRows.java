package vn.vonggac.account;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** Sessions as rows. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SessionRows extends GenericRepository<Session, Long> {

    Session save(Session session);

    Session update(Session session);

    Optional<Session> findByTokenHash(String tokenHash);

    void deleteByTokenHash(String tokenHash);
}
