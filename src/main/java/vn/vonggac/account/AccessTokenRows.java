package vn.vonggac.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Tokens as rows. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AccessTokenRows extends GenericRepository<AccessTokenRow, Long> {

    AccessTokenRow save(AccessTokenRow token);

    Optional<AccessTokenRow> findById(long id);

    Optional<AccessTokenRow> findByTokenHash(String tokenHash);

    List<AccessTokenRow> findByPersonIdOrderByCreatedAtDesc(long personId);

    Optional<AccessTokenRow> findByPersonIdAndName(long personId, String name);

    @Query("""
            SELECT t.* FROM access_token t JOIN person p ON p.id = t.person_id
            WHERE :everything OR p.agency_id IN (:agencies) ORDER BY t.created_at DESC, t.id DESC
            LIMIT :size OFFSET :skip""")
    List<AccessTokenRow> list(boolean everything, Collection<Long> agencies, int size, long skip);

    @Query("""
            SELECT count(*) FROM access_token t JOIN person p ON p.id = t.person_id
            WHERE :everything OR p.agency_id IN (:agencies)""")
    long count(boolean everything, Collection<Long> agencies);

    @Query("UPDATE access_token SET used_at = :now, used_from = :address WHERE id = :id")
    void used(long id, Instant now, String address);

    void deleteById(long id);
}
