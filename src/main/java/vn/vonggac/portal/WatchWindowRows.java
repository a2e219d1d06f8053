package vn.vonggac.portal;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rows of watch windows. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface WatchWindowRows extends CrudRepository<WatchWindow, Long> {

    /** Whoever changes one does it alone. */
    @Query("SELECT id FROM watch_window WHERE id = :id FOR UPDATE")
    Optional<Long> lock(long id);

    String VISIBLE = " FROM watch_window WHERE (:everything OR agency_id IS NULL OR agency_id IN (:scope))";

    @Query("SELECT *" + VISIBLE + " ORDER BY starts_at DESC, id DESC LIMIT :size OFFSET :skip")
    List<WatchWindow> list(boolean everything, Collection<Long> scope, int size, long skip);

    @Query("SELECT count(*)" + VISIBLE)
    long count(boolean everything, Collection<Long> scope);

    @Query("SELECT *" + VISIBLE + " AND starts_at <= :now AND ends_at > :now ORDER BY ends_at, id")
    List<WatchWindow> running(boolean everything, Collection<Long> scope, Instant now);
}
