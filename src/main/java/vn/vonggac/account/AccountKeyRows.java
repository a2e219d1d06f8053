package vn.vonggac.account;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** The installation's named secrets as rows. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AccountKeyRows extends GenericRepository<AccountKey, String> {

    AccountKey save(AccountKey key);

    AccountKey update(AccountKey key);

    Optional<AccountKey> findByName(String name);

    void deleteByName(String name);
}
