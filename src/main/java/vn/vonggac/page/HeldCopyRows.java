package vn.vonggac.page;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface HeldCopyRows extends GenericRepository<HeldCopy, Long> {

    HeldCopy save(HeldCopy row);

    List<HeldCopy> findAll();

    boolean existsByHashAndHolder(String hash, String holder);
}
