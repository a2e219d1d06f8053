package vn.vonggac.portal;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.Optional;

/** The rows of hosting companies. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface HostingRows extends CrudRepository<HostingCompany, Long> {

    /** Whoever changes one does it alone. */
    @Query("SELECT id FROM hosting_company WHERE id = :id FOR UPDATE")
    Optional<Long> lock(long id);

    @Query("SELECT * FROM hosting_company WHERE lower(name) = lower(:name)")
    Optional<HostingCompany> named(String name);

    @Query("""
            SELECT * FROM hosting_company WHERE lower(name) LIKE :like
            ORDER BY name, id LIMIT :size OFFSET :skip""")
    List<HostingCompany> list(String like, int size, long skip);

    @Query("SELECT count(*) FROM hosting_company WHERE lower(name) LIKE :like")
    long count(String like);

    @Query("SELECT count(*) FROM portal WHERE hosting_id = :company")
    long portals(long company);
}
