package vn.vonggac.portal;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rows of agencies. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AgencyRows extends CrudRepository<Agency, Long> {

    /** Whoever changes one does it alone. */
    @Query("SELECT id FROM agency WHERE id = :id FOR UPDATE")
    Optional<Long> lock(long id);

    @Query("SELECT * FROM agency WHERE code = :code")
    Optional<Agency> withCode(String code);

    @Query("""
            SELECT * FROM agency WHERE (:everything OR id IN (:agencies)) AND folded LIKE :like
            ORDER BY name, id LIMIT :size OFFSET :skip""")
    List<Agency> list(boolean everything, Collection<Long> agencies, String like, int size, long skip);

    @Query("""
            SELECT count(*) FROM agency WHERE (:everything OR id IN (:agencies)) AND folded LIKE :like""")
    long count(boolean everything, Collection<Long> agencies, String like);

    @Query("SELECT count(*) FROM portal WHERE agency_id = :agency")
    long portals(long agency);

    @Query("""
            SELECT count(*) FROM agency WHERE parent_id = :agency OR successor_id = :agency""")
    long dependants(long agency);

    @Query("SELECT count(*) FROM person WHERE agency_id = :agency")
    long people(long agency);

    @Query("SELECT count(*) FROM notify_channel WHERE agency_id = :agency")
    long channels(long agency);

    @Query("SELECT count(*) FROM watch_window WHERE agency_id = :agency")
    long windows(long agency);
}
