package vn.vonggac.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** Second factors and their recovery codes as rows. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface FactorRows extends GenericRepository<Factor, Long> {

    Factor save(Factor factor);

    Optional<Factor> findByPersonId(long personId);

    void deleteByPersonId(long personId);

    @Query("UPDATE factor SET confirmed_at = :now WHERE person_id = :person")
    void confirm(long person, Instant now);

    /** One row where no code of this step or a later one was taken before. */
    @Query("UPDATE factor SET last_step = :step WHERE person_id = :person AND last_step < :step")
    int take(long person, long step);

    @Query("INSERT INTO recovery_code (code_hash, person_id) VALUES (:hash, :person)")
    void addRecovery(String hash, long person);

    /** One row where there was such a code: it is used up. */
    @Query("DELETE FROM recovery_code WHERE person_id = :person AND code_hash = :hash")
    int takeRecovery(long person, String hash);

    @Query("DELETE FROM recovery_code WHERE person_id = :person")
    void dropRecovery(long person);

    @Query("SELECT count(*) FROM recovery_code WHERE person_id = :person")
    long recoveries(long person);
}
