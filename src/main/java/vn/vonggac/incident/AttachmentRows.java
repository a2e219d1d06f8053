package vn.vonggac.incident;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AttachmentRows extends GenericRepository<Attachment, Long> {

    Attachment save(Attachment row);

    List<Attachment> findByIncidentIdOrderById(long incidentId);

    Optional<Attachment> findByIdAndIncidentId(long id, long incidentId);

    long countByIncidentId(long incidentId);
}
