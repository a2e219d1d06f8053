package vn.vonggac.incident;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

/** The lines that are news. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface NewsRows extends GenericRepository<NewsRow, Long> {

    List<NewsRow> saveAll(Iterable<NewsRow> rows);

    @Query("SELECT * FROM incident_news ORDER BY step_id LIMIT :most")
    List<NewsRow> eldest(int most);

    /** 1 for the one who takes it, 0 for whoever comes later. */
    @Query("DELETE FROM incident_news WHERE step_id = :stepId")
    long take(long stepId);

    @Query("SELECT count(*) FROM incident_news")
    long waiting();

    @Query("SELECT * FROM incident_step WHERE id IN (:steps) ORDER BY id")
    List<StepRow> steps(Collection<Long> steps);
}
