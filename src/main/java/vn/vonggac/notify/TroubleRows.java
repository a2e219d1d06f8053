package vn.vonggac.notify;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface TroubleRows extends GenericRepository<Trouble, Long> {

    Optional<Trouble> findById(long id);

    Optional<Trouble> findByStanding(String standing);

    @Query("SELECT * FROM notify_trouble WHERE standing IS NOT NULL ORDER BY id")
    List<Trouble> standing();

    /** 1 for the one who saw it first. */
    @Query("""
            INSERT INTO notify_trouble (cause, place, severity, words, began_at, told_at, standing)
            VALUES (:cause, :place, :severity, :words, :now, :now, :standing) ON CONFLICT DO NOTHING""")
    long begin(String cause, String place, String severity, String words, Instant now, String standing);

    /** 1 for the one who may tell it anew. */
    @Query("""
            UPDATE notify_trouble SET words = :words, severity = :severity, told_at = :now
            WHERE id = :id AND told_at = :before AND standing IS NOT NULL""")
    long say(long id, String words, String severity, Instant now, Instant before);

    @Query("UPDATE notify_trouble SET over_at = :now, standing = NULL WHERE id = :id AND standing IS NOT NULL")
    long over(long id, Instant now);
}
