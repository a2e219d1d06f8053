package vn.vonggac.notify;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Letters are written once and never changed. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface LetterRows extends GenericRepository<Letter, Long> {

    Letter save(Letter letter);

    Optional<Letter> findById(long id);

    List<Letter> findByIncidentIdOrderById(long incidentId);
}
