package vn.vonggac.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** Linked identities as rows. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface LinkedIdentityRows extends GenericRepository<LinkedIdentity, Long> {

    LinkedIdentity save(LinkedIdentity linked);

    Optional<LinkedIdentity> findByPersonId(long personId);

    Optional<LinkedIdentity> findBySubject(String subject);

    Optional<LinkedIdentity> findByIdentity(String identity);

    /** One row where nobody came with another subject meanwhile. */
    @Query("UPDATE linked_identity SET subject = :subject WHERE person_id = :person AND subject IS NULL")
    int pin(long person, String subject);

    void deleteByPersonId(long personId);
}
