package vn.vonggac.account;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** People as rows. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PersonRows extends GenericRepository<Person, Long> {

    Person save(Person person);

    Person update(Person person);

    Optional<Person> findById(long id);

    Optional<Person> findBySignInName(String signInName);

    long count();
}
