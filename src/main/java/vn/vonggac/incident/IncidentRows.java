package vn.vonggac.incident;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface IncidentRows extends GenericRepository<IncidentRow, Long> {

    IncidentRow save(IncidentRow row);

    IncidentRow update(IncidentRow row);

    /** Whoever changes incidents of a portal does it one after the other. */
    @Query("SELECT id FROM portal WHERE id = :portalId FOR UPDATE")
    List<Long> lock(long portalId);

    /** Those that a visit to a page may change or bring back, or that a person answered. */
    @Query("""
            SELECT i.* FROM incident i WHERE i.portal_id = :portalId
              AND (i.status <> 'CLOSED' OR (i.resolution = 'TRUE_POSITIVE' AND i.closed_at >= :since)
                OR i.id IN (SELECT p.incident_id FROM incident_page p WHERE p.url_hash = :urlHash))
            ORDER BY CASE i.status WHEN 'CLOSED' THEN 1 ELSE 0 END, i.id DESC LIMIT 200""")
    List<IncidentRow> known(long portalId, String urlHash, Instant since);

    @Query("""
            SELECT count(*) FROM incident i JOIN incident_page p ON p.incident_id = i.id
            WHERE i.portal_id = :portalId AND i.status <> 'CLOSED' AND p.url_hash = :urlHash""")
    long activeOn(long portalId, String urlHash);

    /** Active ones of other kinds. */
    @Query("""
            SELECT count(*) FROM incident i JOIN incident_page p ON p.incident_id = i.id
            WHERE i.portal_id = :portalId AND i.status <> 'CLOSED' AND p.url_hash = :urlHash
              AND i.kind NOT IN (:kinds)""")
    long activeBut(long portalId, String urlHash, List<String> kinds);

    @Query("""
            SELECT count(DISTINCT p.url_hash) FROM incident i JOIN incident_page p ON p.incident_id = i.id
            WHERE i.portal_id = :portalId AND i.resolution = 'FALSE_POSITIVE' AND p.url_hash IN (:hashes)""")
    long closedAsFalse(long portalId, List<String> hashes);

    @Query("SELECT * FROM silence WHERE starts_at <= :now AND ends_at > :now ORDER BY id")
    List<SilenceRow> silences(Instant now);

    /** What a list asks for; an empty part asks for nothing in particular. */
    String ASKED = """
            FROM incident i JOIN portal p ON p.id = i.portal_id
            WHERE (:everything OR p.agency_id IN (:agencies))
              AND (:which = 'ALL' OR (:which = 'CLOSED' AND i.status = 'CLOSED')
                OR (:which IN ('ACTIVE', 'HEARD') AND i.status <> 'CLOSED'))
              AND (:which <> 'HEARD' OR (i.silence_id IS NULL AND i.inhibited_by = ''))
              AND (:status = '' OR i.status = :status) AND (:portal = 0 OR i.portal_id = :portal)
              AND (:kind = '' OR i.kind = :kind) AND (:severity = '' OR i.severity = :severity)
              AND (:assignee = '' OR i.assignee = :assignee)
              AND (:unread = '' OR NOT EXISTS (SELECT 1 FROM incident_read r
                WHERE r.incident_id = i.id AND r.reader = :unread AND r.read_at >= i.grew_at))
              AND (:seen = '' OR (EXISTS (SELECT 1 FROM incident_evidence e
                  WHERE e.incident_id = i.id AND (:seen = 'some' OR e.view = :seen))
                AND NOT EXISTS (SELECT 1 FROM incident_evidence e
                  WHERE e.incident_id = i.id AND e.view IN ('citizen', ''))))
            """;

    /** The gravest first, then the one whose next clock runs out first; the closed ones last, by when they were closed. */
    @Query("SELECT i.* " + ASKED + """
            ORDER BY CASE i.status WHEN 'CLOSED' THEN 1 ELSE 0 END,
              CASE i.status WHEN 'CLOSED' THEN i.closed_at END DESC,
              CASE i.severity WHEN 'CRITICAL' THEN 0 WHEN 'HIGH' THEN 1 WHEN 'MEDIUM' THEN 2 WHEN 'LOW' THEN 3
                ELSE 4 END,
              CASE i.gravity WHEN 'NATIONAL' THEN 0 WHEN 'SERIOUS' THEN 1 ELSE 2 END,
              CASE WHEN i.due_at IS NULL THEN 1 ELSE 0 END, i.due_at, i.t0 DESC, i.id DESC
            LIMIT :size OFFSET :skip""")
    List<IncidentRow> list(boolean everything, Collection<Long> agencies, String which, String status,
            long portal, String kind, String severity, String assignee, String unread, String seen, int size,
            long skip);

    @Query("UPDATE incident SET due_at = :due WHERE id = :id")
    void due(long id, @Nullable Instant due);

    @Query("SELECT count(*) " + ASKED)
    long count(boolean everything, Collection<Long> agencies, String which, String status, long portal,
            String kind, String severity, String assignee, String unread, String seen);

    /** Others that plant the same domains or say the same, and what else is going on at the same portal. */
    @Query("""
            SELECT i.* FROM incident i JOIN portal p ON p.id = i.portal_id
            WHERE (:everything OR p.agency_id IN (:agencies)) AND i.id <> :id
              AND ((i.portal_id = :portal AND i.status <> 'CLOSED') OR i.id IN (
                SELECT other.incident_id FROM incident_mark own JOIN incident_mark other
                  ON other.kind = own.kind AND other.mark = own.mark WHERE own.incident_id = :id))
            ORDER BY CASE i.status WHEN 'CLOSED' THEN 1 ELSE 0 END, i.t0 DESC, i.id DESC LIMIT 20""")
    List<IncidentRow> related(boolean everything, Collection<Long> agencies, long id, long portal);

    @Query("""
            SELECT DISTINCT i.portal_id AS portal, i.level AS level FROM incident i
              JOIN portal p ON p.id = i.portal_id
            WHERE (:everything OR p.agency_id IN (:agencies)) AND i.status <> 'CLOSED'
              AND i.kind NOT IN (:but)""")
    List<PortalLevel> levels(boolean everything, Collection<Long> agencies, List<String> but);

    @Query("SELECT id, name FROM portal WHERE id IN (:portals)")
    List<PortalName> names(Collection<Long> portals);

    @Query("""
            SELECT i.id AS id, s.reason AS reason FROM incident i JOIN silence s ON s.id = i.silence_id
            WHERE i.id IN (:ids)""")
    List<Silenced> silenced(Collection<Long> ids);

    @Query("SELECT max(id) FROM incident_step")
    Optional<Long> lastStep();

    /** A portal's name. */
    @Introspected
    record PortalName(long id, String name) {}

    /** With which reason an incident is silenced. */
    @Introspected
    record Silenced(long id, String reason) {}

    /** A verdict that an active incident of a portal has. */
    @Introspected
    record PortalLevel(long portal, String level) {}

    @Query("""
            SELECT i.* FROM incident i JOIN portal p ON p.id = i.portal_id
            WHERE i.id = :id AND (:everything OR p.agency_id IN (:agencies))""")
    Optional<IncidentRow> find(boolean everything, Collection<Long> agencies, long id);

    @Query("SELECT agency_id FROM portal WHERE id = :portalId")
    Optional<Long> agency(long portalId);
}
