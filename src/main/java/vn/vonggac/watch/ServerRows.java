package vn.vonggac.watch;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ServerRows extends GenericRepository<ServerRow, Long> {

    ServerRow save(ServerRow row);

    ServerRow update(ServerRow row);

    @Query("""
            SELECT s.* FROM portal_server s JOIN portal p ON p.id = s.portal_id
            WHERE s.portal_id = :portal AND (:everything OR p.agency_id IN (:agencies))""")
    Optional<ServerRow> find(boolean everything, Collection<Long> agencies, long portal);
}
