package vn.vonggac.watch;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CheckRows extends GenericRepository<CheckRow, Long> {

    CheckRow save(CheckRow row);

    Optional<CheckRow> findById(long id);

    /** Whoever asked sees it, and who sees the agency. */
    @Query("""
            SELECT * FROM on_demand_check WHERE public_id = :publicId
              AND (asker = :who OR :everything OR agency_id IN (:scope))""")
    Optional<CheckRow> find(String publicId, String who, boolean everything, Collection<Long> scope);

    @Query("SELECT * FROM on_demand_check WHERE asker = :who ORDER BY id DESC LIMIT :size OFFSET :skip")
    List<CheckRow> of(String who, int size, long skip);

    @Query("SELECT count(*) FROM on_demand_check WHERE asker = :who")
    long countOf(String who);

    @Query("""
            SELECT count(*) FROM on_demand_check
            WHERE state = 'QUEUED' AND (asker = :who OR :everything OR agency_id IN (:agencies))""")
    long waiting(String who, boolean everything, Collection<Long> agencies);

    @Query("SELECT count(*) FROM on_demand_check WHERE state = 'QUEUED' AND id < :before")
    long waiting(long before);

    @Query("""
            SELECT count(*) FROM on_demand_check
            WHERE asker = :who AND token = :token AND state IN ('QUEUED', 'RUNNING')""")
    long unfinished(String who, String token);

    /** When these were asked for, the eldest first. */
    @Query("""
            SELECT created_at FROM on_demand_check
            WHERE asker = :who AND token = :token AND created_at > :since ORDER BY created_at LIMIT :most""")
    List<Instant> asked(String who, String token, Instant since, int most);

    @Query("""
            SELECT created_at FROM on_demand_check
            WHERE host = :host AND created_at > :since ORDER BY created_at LIMIT :most""")
    List<Instant> askedOf(String host, Instant since, int most);

    @Query("""
            SELECT (SELECT coalesce(max(id), 0) FROM on_demand_check) AS newest,
              (SELECT count(*) FROM on_demand_check WHERE state = 'QUEUED') AS queued,
              (SELECT count(*) FROM on_demand_check WHERE state = 'RUNNING') AS running""")
    Standing standing();

    /** How far all checks have come. */
    @Introspected
    record Standing(long newest, long queued, long running) {}

    @Query("""
            SELECT * FROM on_demand_check WHERE state = 'QUEUED' AND (:sites OR pages = 1)
            ORDER BY id LIMIT 1""")
    Optional<CheckRow> next(boolean sites);

    @Query("""
            UPDATE on_demand_check SET state = 'RUNNING', run = :run, attempts = attempts + 1, beat_at = :now
            WHERE id = :id AND state = 'QUEUED'""")
    long take(long id, String run, Instant now);

    /** Says how far it is; no row means that it is no longer this run's. */
    @Query("""
            UPDATE on_demand_check SET steps = :steps, beat_at = :now
            WHERE id = :id AND run = :run AND state = 'RUNNING'""")
    long step(long id, String run, String steps, Instant now);

    @Query("UPDATE on_demand_check SET beat_at = :now WHERE run IN (:runs) AND state = 'RUNNING'")
    long alive(Collection<String> runs, Instant now);

    @Query("""
            UPDATE on_demand_check SET state = :state, verdict = :verdict, findings = :findings,
              finished_at = :now, expires_at = :expires
            WHERE id = :id AND run = :run AND state = 'RUNNING'""")
    long finish(long id, String run, String state, String verdict, int findings, Instant now,
            Instant expires);

    @Query("""
            UPDATE on_demand_check SET state = 'CANCELLED', finished_at = :now
            WHERE id = :id AND state IN ('QUEUED', 'RUNNING')""")
    long cancel(long id, Instant now);

    @Query("""
            UPDATE on_demand_check SET state = 'QUEUED'
            WHERE state = 'RUNNING' AND beat_at < :silentSince AND attempts < :attempts""")
    long beginAgain(Instant silentSince, int attempts);

    @Query("""
            UPDATE on_demand_check SET state = 'FAILED', finished_at = :now
            WHERE state = 'RUNNING' AND beat_at < :silentSince AND attempts >= :attempts""")
    long giveUp(Instant silentSince, int attempts, Instant now);

    @Query("""
            UPDATE on_demand_check SET state = 'EXPIRED', steps = '[]'
            WHERE expires_at < :now AND state NOT IN ('QUEUED', 'RUNNING', 'EXPIRED')""")
    long expire(Instant now);

    @Query("DELETE FROM on_demand_check WHERE expires_at < :before AND state = 'EXPIRED'")
    long forget(Instant before);
}
