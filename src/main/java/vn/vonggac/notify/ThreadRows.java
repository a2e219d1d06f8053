package vn.vonggac.notify;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ThreadRows extends GenericRepository<ThreadRow, Long> {

    ThreadRow save(ThreadRow row);

    Optional<ThreadRow> findByChannelIdAndIncidentIdAndRecipient(long channelId, long incidentId,
            String recipient);

    @Query("UPDATE notify_thread SET root = :root WHERE id = :id")
    long begin(long id, String root);
}
