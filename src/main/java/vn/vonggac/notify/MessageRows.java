package vn.vonggac.notify;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outbox as rows. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MessageRows extends CrudRepository<Message, Long> {

    @Query("""
            SELECT * FROM notify_message WHERE channel_id = :channelId AND incident_id = :incidentId
              AND mark NOT LIKE 'letter:%' ORDER BY id""")
    List<Message> told(long channelId, long incidentId);

    @Query("SELECT * FROM notify_message WHERE incident_id = :incidentId AND mark LIKE 'letter:%' ORDER BY id")
    List<Message> letters(long incidentId);

    @Query("""
            SELECT count(*) FROM notify_message
            WHERE channel_id = :channelId AND incident_id = :incidentId AND mark = :mark""")
    long marked(long channelId, long incidentId, String mark);

    /** The channels that an incident was told by. */
    @Query("""
            SELECT DISTINCT channel_id FROM notify_message WHERE incident_id = :incidentId AND state = 'SENT'
              AND mark NOT LIKE 'letter:%' ORDER BY channel_id""")
    List<Long> channels(long incidentId);

    @Query("""
            SELECT DISTINCT incident_id FROM notify_message WHERE incident_id IN (:incidents) AND state = 'SENT'
              AND mark NOT LIKE 'letter:%'""")
    List<Long> toldOf(Collection<Long> incidents);

    @Query("""
            SELECT DISTINCT m.channel_id FROM notify_message m JOIN notify_channel c ON c.id = m.channel_id
            WHERE m.state = 'WAITING' AND m.next_at <= :now AND c.enabled = TRUE""")
    List<Long> dueChannels(Instant now);

    @Query("""
            SELECT * FROM notify_message
            WHERE channel_id = :channelId AND state = 'WAITING' AND next_at <= :now
            ORDER BY due_at, id LIMIT :most""")
    List<Message> due(long channelId, Instant now, int most);

    /** 1 for the one who may send it now. */
    @Query("""
            UPDATE notify_message SET attempts = attempts + 1, next_at = :again
            WHERE id = :id AND attempts = :attempts AND next_at = :before AND state = 'WAITING'""")
    long claim(long id, int attempts, Instant before, Instant again);

    @Query("""
            UPDATE notify_message SET next_at = :next, give_up_at = :giveUp, due_at = :next
            WHERE id = :id AND attempts = :attempts AND state = 'WAITING'""")
    long putOff(long id, int attempts, Instant next, Instant giveUp);

    @Query("""
            UPDATE notify_message SET state = :state, failure = :failure, detail = :detail, ended_at = :at
            WHERE id = :id AND state = 'WAITING'""")
    long end(long id, String state, String failure, String detail, Instant at);

    /** What was to be told of a trouble later, and has been over before. */
    @Query("""
            UPDATE notify_message SET state = 'NEEDLESS', ended_at = :now
            WHERE trouble_id = :troubleId AND state = 'WAITING' AND attempts = 0 AND due_at > :now""")
    long needless(long troubleId, Instant now);

    /** Whether a channel was told of a trouble, or is being told. */
    @Query("""
            SELECT count(*) FROM notify_message
            WHERE channel_id = :channelId AND trouble_id = :troubleId AND state <> 'NEEDLESS'""")
    long toldOf(long channelId, long troubleId);

    @Query("UPDATE notify_message SET failure = :failure, detail = :detail WHERE id = :id")
    long failed(long id, String failure, String detail);

    @Query("UPDATE notify_message SET served = :served WHERE id = :id")
    long served(long id, String served);

    @Query("UPDATE notify_message SET deeds = :deeds WHERE id = :id AND attempts = 0 AND state = 'WAITING'")
    long join(long id, String deeds);

    /** Waiting or given up ones are tried at once, and for as long as new ones. */
    @Query("""
            UPDATE notify_message SET state = 'WAITING', next_at = :now, due_at = :now, give_up_at = :giveUp,
              ended_at = NULL
            WHERE id = :id AND state IN ('WAITING', 'GIVEN_UP') AND next_at <> :now""")
    long again(long id, Instant now, Instant giveUp);

    String SEEN = """
            FROM notify_message m JOIN notify_channel c ON c.id = m.channel_id
            WHERE (:everything OR c.agency_id IN (:agencies)) AND (:state = '' OR m.state = :state)
            """;

    /** What waits first, then what was given up, then the newest of what is done. */
    @Query("SELECT m.* " + SEEN + """
            ORDER BY CASE m.state WHEN 'GIVEN_UP' THEN 0 WHEN 'WAITING' THEN 1 ELSE 2 END, m.id DESC
            LIMIT :size OFFSET :skip""")
    List<Message> list(boolean everything, Collection<Long> agencies, String state, int size, long skip);

    @Query("SELECT count(*) " + SEEN)
    long count(boolean everything, Collection<Long> agencies, String state);

    @Query("""
            SELECT count(*) FROM notify_message m JOIN notify_channel c ON c.id = m.channel_id
            WHERE m.state = 'WAITING' AND m.due_at <= :now AND c.enabled = TRUE""")
    long waiting(Instant now);

    @Query("""
            SELECT min(m.due_at) FROM notify_message m JOIN notify_channel c ON c.id = m.channel_id
            WHERE m.state = 'WAITING' AND m.due_at <= :now AND c.enabled = TRUE""")
    @Nullable
    Instant eldest(Instant now);

    @Query("""
            SELECT (SELECT coalesce(max(id), 0) FROM notify_message) AS newest,
              (SELECT count(*) FROM notify_message WHERE state = 'WAITING') AS waiting,
              (SELECT coalesce(sum(attempts), 0) FROM notify_message WHERE state = 'WAITING') AS attempts,
              (SELECT count(*) FROM notify_message WHERE state = 'GIVEN_UP') AS lost""")
    Standing standing();

    /** How far the whole outbox has come. */
    @Introspected
    record Standing(long newest, long waiting, long attempts, long lost) {}

    @Query("SELECT count(*) FROM notify_message WHERE state = 'GIVEN_UP' AND ended_at > :since")
    long givenUp(Instant since);

    /** What came of a letter is kept as long as the letter. */
    @Query("""
            DELETE FROM notify_message WHERE state <> 'WAITING' AND made_at < :before
              AND mark NOT LIKE 'letter:%'""")
    long forget(Instant before);
}
