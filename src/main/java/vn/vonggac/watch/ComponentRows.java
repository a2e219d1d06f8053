package vn.vonggac.watch;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ComponentRows extends GenericRepository<OutboundTarget, Long> {

    @Query("SELECT host AS host, home AS home FROM component WHERE portal_id = :portalId ORDER BY host")
    List<Component> of(long portalId);

    @Query("""
            INSERT INTO component (portal_id, host, home, found_at) VALUES (:portalId, :host, :home, :foundAt)
            ON CONFLICT DO NOTHING""")
    void add(long portalId, String host, String home, Instant foundAt);
}
