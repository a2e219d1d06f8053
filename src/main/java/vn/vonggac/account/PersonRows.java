package vn.vonggac.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** People as rows. What changes is written column by column, so that two writers do not undo each other. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PersonRows extends GenericRepository<Person, Long> {

    Person save(Person person);

    Optional<Person> findById(long id);

    @Query("SELECT id FROM person WHERE id = :id FOR UPDATE")
    Optional<Long> lock(long id);

    List<Person> findByRole(Role role);

    Optional<Person> findBySignInName(String signInName);

    long count();

    @Query("""
            SELECT * FROM person WHERE :everything OR agency_id IN (:agencies)
            ORDER BY full_name, id LIMIT :size OFFSET :skip""")
    List<Person> list(boolean everything, Collection<Long> agencies, int size, long skip);

    @Query("SELECT count(*) FROM person WHERE :everything OR agency_id IN (:agencies)")
    long count(boolean everything, Collection<Long> agencies);

    @Query("""
            SELECT * FROM person WHERE (:everything OR agency_id IN (:agencies)) AND disabled_at IS NULL
            AND created_at < :then AND (reviewed_at IS NULL OR reviewed_at < :then)
            ORDER BY full_name, id LIMIT :size OFFSET :skip""")
    List<Person> due(boolean everything, Collection<Long> agencies, Instant then, int size, long skip);

    @Query("""
            SELECT count(*) FROM person WHERE (:everything OR agency_id IN (:agencies)) AND disabled_at IS NULL
            AND created_at < :then AND (reviewed_at IS NULL OR reviewed_at < :then)""")
    long countDue(boolean everything, Collection<Long> agencies, Instant then);

    @Query("""
            SELECT * FROM person WHERE disabled_at IS NULL AND created_at < :then
            AND (signed_in_at IS NULL OR signed_in_at < :then) AND (password_at IS NULL OR password_at < :then)
            ORDER BY id LIMIT :size""")
    List<Person> unseenSince(Instant then, int size);

    @Query("UPDATE person SET signed_in_at = :now WHERE id = :id")
    void signedIn(long id, Instant now);

    @Query("UPDATE person SET password_hash = :hash, password_at = :now WHERE id = :id")
    void password(long id, String hash, Instant now);

    @Query("UPDATE person SET full_name = :fullName, role = :role, agency_id = :agency WHERE id = :id")
    void change(long id, String fullName, Role role, @Nullable Long agency);

    @Query("UPDATE person SET disabled_at = :now WHERE id = :id")
    void disable(long id, @Nullable Instant now);

    @Query("UPDATE person SET reviewed_at = :now WHERE id = :id")
    void reviewed(long id, Instant now);
}
