package vn.vonggac.watch;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface HomeRows extends GenericRepository<FrontierPage, Long> {

    @Query("SELECT portal_id, visited_at, verdict, failures FROM frontier WHERE source = 'HOME' ORDER BY id")
    List<HomeLook> homes();
}
