package vn.vonggac.watch;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** The long texts of checks: what was handed in, and the result. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CheckParts extends GenericRepository<CheckRow, Long> {

    String GIVEN = "given";
    String RESULT = "result";

    @Query("SELECT body FROM on_demand_check_part WHERE check_id = :check AND name = :name")
    Optional<String> find(long check, String name);

    @Query("INSERT INTO on_demand_check_part (check_id, name, body) VALUES (:check, :name, :body)")
    void add(long check, String name, String body);

    @Query("UPDATE on_demand_check_part SET body = :body WHERE check_id = :check AND name = :name")
    long change(long check, String name, String body);

    @Query("DELETE FROM on_demand_check_part WHERE check_id = :check AND name = :name")
    long remove(long check, String name);

    /** Of checks that nobody carries out any more: what was handed in is not kept. */
    @Query("""
            DELETE FROM on_demand_check_part WHERE name = 'given' AND check_id IN
              (SELECT id FROM on_demand_check WHERE state NOT IN ('QUEUED', 'RUNNING'))""")
    long removeGiven();

    @Query("""
            DELETE FROM on_demand_check_part WHERE check_id IN
              (SELECT id FROM on_demand_check WHERE state = 'EXPIRED')""")
    long removeExpired();
}
