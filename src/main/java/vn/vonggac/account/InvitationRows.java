package vn.vonggac.account;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** Invitations as rows: one a person, gone once it is taken. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface InvitationRows extends GenericRepository<Invitation, Long> {

    Invitation save(Invitation invitation);

    Optional<Invitation> findByCodeHash(String codeHash);

    void deleteByPersonId(long personId);
}
