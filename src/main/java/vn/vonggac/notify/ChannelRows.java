package vn.vonggac.notify;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rows of channels. One for all agencies is seen by those who see everything. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ChannelRows extends CrudRepository<Channel, Long> {

    /** Whoever changes one does it alone. */
    @Query("SELECT id FROM notify_channel WHERE id = :id FOR UPDATE")
    Optional<Long> lock(long id);

    @Query("SELECT * FROM notify_channel WHERE lower(name) = lower(:name)")
    Optional<Channel> named(String name);

    @Query("""
            SELECT * FROM notify_channel WHERE (:everything OR agency_id IN (:agencies))
            ORDER BY after_minutes, name, id""")
    List<Channel> list(boolean everything, Collection<Long> agencies);

    @Query("SELECT * FROM notify_channel WHERE enabled = TRUE ORDER BY after_minutes, id")
    List<Channel> enabled();
}
