package vn.vonggac.watch;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface KnownPageRows extends GenericRepository<FrontierPage, Long> {

    String ASKED = """
            FROM frontier f JOIN portal p ON p.id = f.portal_id
            WHERE f.portal_id = :portal AND (:everything OR p.agency_id IN (:agencies))
              AND (:text = '' OR position(:text IN lower(f.url)) > 0)
            """;

    @Query("SELECT f.* " + ASKED + """
            ORDER BY CASE f.verdict WHEN 'compromised' THEN 0 WHEN 'suspicious' THEN 1 ELSE 2 END,
              CASE WHEN f.visited_at IS NULL THEN 1 ELSE 0 END, f.visited_at DESC, f.id
            LIMIT :size OFFSET :skip""")
    List<FrontierPage> list(boolean everything, Collection<Long> agencies, long portal, String text,
            int size, long skip);

    @Query("SELECT count(*) " + ASKED)
    long count(boolean everything, Collection<Long> agencies, long portal, String text);

    @Query("""
            SELECT f.* FROM frontier f JOIN portal p ON p.id = f.portal_id
            WHERE f.id = :page AND f.portal_id = :portal AND (:everything OR p.agency_id IN (:agencies))""")
    Optional<FrontierPage> find(boolean everything, Collection<Long> agencies, long portal, long page);
}
