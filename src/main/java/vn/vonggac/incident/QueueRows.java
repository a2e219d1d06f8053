package vn.vonggac.incident;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

/** Incidents as somebody may see them. The empty status asks for all that are not closed. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface QueueRows extends GenericRepository<IncidentRow, Long> {

    String VISIBLE = """
             FROM incident i JOIN portal p ON p.id = i.portal_id
            WHERE (:everything OR p.agency_id IN (:scope))
              AND (i.status = :status OR (:status = '' AND i.status <> 'CLOSED')) """;

    @Query("SELECT i.*" + VISIBLE + """
            ORDER BY CASE i.severity WHEN 'CRITICAL' THEN 0 WHEN 'HIGH' THEN 1 WHEN 'MEDIUM' THEN 2
                WHEN 'LOW' THEN 3 ELSE 4 END, i.t0 DESC, i.id DESC
            LIMIT :size OFFSET :skip""")
    List<IncidentRow> list(boolean everything, Collection<Long> scope, String status, int size, long skip);

    @Query("SELECT count(*)" + VISIBLE)
    long count(boolean everything, Collection<Long> scope, String status);
}
