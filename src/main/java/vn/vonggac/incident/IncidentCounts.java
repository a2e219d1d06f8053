package vn.vonggac.incident;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** Counts over all incidents, for the numbers that a monitoring system reads; nobody's scope applies to them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface IncidentCounts extends GenericRepository<IncidentRow, Long> {

    @Query("""
            SELECT kind, severity, status, count(*) AS incidents FROM incident
            WHERE status <> 'CLOSED' AND silence_id IS NULL AND inhibited_by = ''
            GROUP BY kind, severity, status""")
    List<Active> active();

    /** From T0 to the first line of a deed, of incidents since then; of what came back, since it did. */
    @Query("""
            SELECT i.t0 AS t0, min(s.at) AS at FROM incident i
              JOIN incident_step s ON s.incident_id = i.id AND s.at >= i.t0
            WHERE i.t0 > :since AND s.deed = :deed GROUP BY i.id, i.t0 ORDER BY i.t0 DESC LIMIT 1000""")
    List<Reached> reached(Instant since, String deed);

    /** How many incidents that are not closed are of a kind, weigh so much and stand at a status. */
    @Introspected
    record Active(String kind, String severity, String status, long incidents) {}

    /** When an incident began, and when it came so far. */
    @Introspected
    record Reached(Instant t0, Instant at) {}
}
