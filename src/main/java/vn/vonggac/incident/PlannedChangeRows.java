package vn.vonggac.incident;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PlannedChangeRows extends GenericRepository<PlannedChange, Long> {

    PlannedChange save(PlannedChange plan);

    Optional<PlannedChange> findById(long id);

    @Query("UPDATE planned_change SET ends_at = :at WHERE id = :id AND ends_at > :at")
    long end(long id, Instant at);

    @Query("SELECT * FROM planned_change WHERE portal_id = :portalId AND starts_at <= :at AND ends_at > :at")
    List<PlannedChange> at(long portalId, Instant at);

    @Query("""
            SELECT c.* FROM planned_change c JOIN portal p ON p.id = c.portal_id
            WHERE c.ends_at > :after AND (:everything OR p.agency_id IN (:agencies))
            ORDER BY c.starts_at, c.id LIMIT 500""")
    List<PlannedChange> endingAfter(boolean everything, Collection<Long> agencies, Instant after);
}
