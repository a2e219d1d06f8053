package vn.vonggac.watch;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReachRows extends GenericRepository<FrontierPage, Long> {

    @Query("""
            SELECT portal_id, count(*) AS pages, count(*) - count(visited_at) AS unseen,
                count(CASE WHEN visited_at >= :since THEN 1 END) AS seen,
                count(CASE WHEN found_at < :since AND (visited_at IS NULL OR visited_at < :since) THEN 1 END) AS overdue,
                min(found_at) AS found, min(visited_at) AS eldest
            FROM frontier WHERE portal_id = :portalId GROUP BY portal_id""")
    Optional<Reach> of(long portalId, Instant since);

    @Query("""
            SELECT portal_id, count(*) AS pages, count(*) - count(visited_at) AS unseen,
                count(CASE WHEN visited_at >= :since THEN 1 END) AS seen,
                count(CASE WHEN found_at < :since AND (visited_at IS NULL OR visited_at < :since) THEN 1 END) AS overdue,
                min(found_at) AS found, min(visited_at) AS eldest
            FROM frontier GROUP BY portal_id""")
    List<Reach> all(Instant since);
}
