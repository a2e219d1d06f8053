package vn.vonggac.incident;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The tables that hang on an incident. */
final class ChildRows {

    private ChildRows() {}

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Pages extends GenericRepository<PageRow, Long> {

        List<PageRow> findByIncidentIdOrderById(long incidentId);

        PageRow save(PageRow row);

        PageRow update(PageRow row);
    }

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Marks extends GenericRepository<MarkRow, Long> {

        List<MarkRow> findByIncidentIdOrderById(long incidentId);

        List<MarkRow> saveAll(Iterable<MarkRow> rows);
    }

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Evidences extends GenericRepository<EvidenceRow, Long> {

        List<EvidenceRow> findByIncidentIdOrderById(long incidentId);

        List<EvidenceRow> saveAll(Iterable<EvidenceRow> rows);
    }

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Exhibits extends GenericRepository<ExhibitRow, Long> {

        List<ExhibitRow> findByIncidentIdOrderById(long incidentId);

        List<ExhibitRow> saveAll(Iterable<ExhibitRow> rows);
    }

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Steps extends GenericRepository<StepRow, Long> {

        List<StepRow> findByIncidentIdOrderById(long incidentId);

        List<StepRow> saveAll(Iterable<StepRow> rows);
    }
}
