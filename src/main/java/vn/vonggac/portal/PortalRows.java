package vn.vonggac.portal;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.Pageable;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rows of portals. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PortalRows extends CrudRepository<Portal, Long> {

    /** Whoever changes one does it alone. */
    @Query("SELECT id FROM portal WHERE id = :id FOR UPDATE")
    Optional<Long> lock(long id);

    String CHOSEN = """
            FROM portal portal_ WHERE (:everything OR agency_id IN (:scope))
             AND (:anyAgency OR agency_id IN (:agencies))
             AND folded LIKE :like AND (:tag = '' OR tags LIKE :tagged)
             AND (:paused = 'EITHER'
               OR (:paused = 'YES' AND paused_until IS NOT NULL AND paused_until > :now)
               OR (:paused = 'NO' AND (paused_until IS NULL OR paused_until <= :now)))""";

    @Query(value = "SELECT portal_.*" + CHOSEN)
    List<Portal> list(boolean everything, Collection<Long> scope, boolean anyAgency,
            Collection<Long> agencies,
            String like, String tag, String tagged, String paused, Instant now, Pageable page);

    @Query("SELECT count(*)" + CHOSEN)
    long count(boolean everything, Collection<Long> scope, boolean anyAgency, Collection<Long> agencies,
            String like, String tag, String tagged, String paused, Instant now);

    @Query("SELECT * FROM portal WHERE home_key = :key")
    Optional<Portal> withKey(String key);

    @Query("SELECT * FROM portal WHERE (:everything OR agency_id IN (:scope)) ORDER BY home_key")
    List<Portal> all(boolean everything, Collection<Long> scope);

    @Query("SELECT count(*) FROM portal WHERE parent_id = :portal")
    long components(long portal);
}
