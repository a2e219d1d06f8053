package vn.vonggac.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Failures in a row, as rows. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface GuessRows extends GenericRepository<Guess, String> {

    @Query("""
            INSERT INTO guess (subject, failures, failed_at) VALUES (:subject, 0, :now) ON CONFLICT DO NOTHING""")
    void begin(String subject, Instant now);

    @Query("SELECT * FROM guess WHERE subject = :subject FOR UPDATE")
    Guess lock(String subject);

    @Query("""
            UPDATE guess SET failures = :failures, failed_at = :now, locked_until = :until
            WHERE subject = :subject""")
    void count(String subject, int failures, Instant now, @Nullable Instant until);

    @Query("UPDATE guess SET failures = failures - 1, locked_until = NULL WHERE subject = :subject")
    void takeBack(String subject);

    @Query("DELETE FROM guess WHERE subject = :subject")
    void forget(String subject);

    java.util.Optional<Guess> findById(String subject);

    @Query("DELETE FROM guess WHERE failed_at < :then AND (locked_until IS NULL OR locked_until < :then)")
    void forgetBefore(Instant then);
}
