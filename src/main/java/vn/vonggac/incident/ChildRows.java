package vn.vonggac.incident;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The tables that hang on an incident. */
final class ChildRows {

    private ChildRows() {}

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Pages extends GenericRepository<PageRow, Long> {

        List<PageRow> findByIncidentIdOrderById(long incidentId);

        PageRow save(PageRow row);

        PageRow update(PageRow row);

        @Query("DELETE FROM incident_page WHERE incident_id = :incident")
        long clear(long incident);
    }

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Marks extends GenericRepository<MarkRow, Long> {

        List<MarkRow> findByIncidentIdOrderById(long incidentId);

        List<MarkRow> saveAll(Iterable<MarkRow> rows);

        @Query("SELECT * FROM incident_mark WHERE incident_id IN (:incidents) AND kind = 'domain' ORDER BY id")
        List<MarkRow> domains(Collection<Long> incidents);

        @Query("DELETE FROM incident_mark WHERE incident_id = :incident")
        long clear(long incident);
    }

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Evidences extends GenericRepository<EvidenceRow, Long> {

        List<EvidenceRow> findByIncidentIdOrderById(long incidentId);

        List<EvidenceRow> saveAll(Iterable<EvidenceRow> rows);

        @Query("DELETE FROM incident_evidence WHERE incident_id = :incident")
        long clear(long incident);

        @Query("""
                SELECT incident_id AS incident, view AS seen, count(*) AS findings FROM incident_evidence
                WHERE incident_id IN (:incidents) GROUP BY incident_id, view""")
        List<ViewCount> views(Collection<Long> incidents);

        /** What these detectors told of each since its T0. */
        @Query("""
                SELECT e.incident_id AS incident, e.page AS page, e.detector AS detector,
                  e.arguments AS arguments
                FROM incident_evidence e JOIN incident i ON i.id = e.incident_id
                WHERE e.incident_id IN (:incidents) AND e.detector IN (:detectors)
                  AND (e.at >= i.t0 OR NOT EXISTS (SELECT 1 FROM incident_bout b WHERE b.incident_id = i.id))""")
        List<HiddenLinks.Counted> counted(Collection<Long> incidents, Collection<String> detectors);
    }

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Exhibits extends GenericRepository<ExhibitRow, Long> {

        List<ExhibitRow> findByIncidentIdOrderById(long incidentId);

        List<ExhibitRow> saveAll(Iterable<ExhibitRow> rows);
    }

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Bouts extends GenericRepository<BoutRow, Long> {

        List<BoutRow> findByIncidentIdOrderById(long incidentId);

        BoutRow save(BoutRow row);

        @Query("SELECT * FROM incident_bout WHERE incident_id IN (:incidents) ORDER BY id")
        List<BoutRow> of(Collection<Long> incidents);
    }

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Steps extends GenericRepository<StepRow, Long> {

        List<StepRow> findByIncidentIdOrderById(long incidentId);

        List<StepRow> saveAll(Iterable<StepRow> rows);

        @Query("""
                SELECT * FROM incident_step WHERE incident_id IN (:incidents) AND deed = 'CLOCK_STOPPED'
                ORDER BY id""")
        List<StepRow> stopped(Collection<Long> incidents);
    }

    /** How many findings of an incident a view showed. */
    @Introspected
    record ViewCount(long incident, String seen, long findings) {}

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Reads extends GenericRepository<ReadRow, Long> {

        ReadRow save(ReadRow row);

        @Query("UPDATE incident_read SET read_at = :at WHERE reader = :reader AND incident_id = :incident")
        long again(String reader, long incident, Instant at);

        @Query("SELECT * FROM incident_read WHERE reader = :reader AND incident_id IN (:incidents)")
        List<ReadRow> of(String reader, Collection<Long> incidents);
    }

    /** Until when somebody has read an incident. */
    @MappedEntity("incident_read")
    record ReadRow(@Id @GeneratedValue long id, long incidentId, String reader, Instant readAt) {}
}
