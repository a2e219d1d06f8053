package vn.vonggac.incident;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** What people saved, each their own. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface SavedFilters extends GenericRepository<SavedFilter, Long> {

    int MOST = 20;
    int LONGEST_NAME = 100;
    int LONGEST_QUERY = 1000;

    SavedFilter save(SavedFilter filter);

    List<SavedFilter> findByOwnerOrderByName(String owner);

    @Query("DELETE FROM saved_filter WHERE owner = :owner AND name = :name")
    long forget(String owner, String name);

    @Query("DELETE FROM saved_filter WHERE owner = :owner AND id = :id")
    long remove(String owner, long id);
}
