package vn.vonggac.incident;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CampaignRows extends GenericRepository<CampaignRow, Long> {

    CampaignRow save(CampaignRow row);

    /** Campaigns are made and joined one after the other. */
    @Query("SELECT id FROM campaign ORDER BY id LIMIT 1 FOR UPDATE")
    List<Long> lock();

    /** Incidents that know more than their traces were taken from, the eldest first. */
    @Query("""
            SELECT known.incident_id, known.evidence
            FROM (SELECT i.id AS incident_id,
                (SELECT count(*) FROM incident_evidence e WHERE e.incident_id = i.id)
                + (SELECT count(*) FROM incident_mark k WHERE k.incident_id = i.id) AS evidence
              FROM incident i) known
            LEFT JOIN incident_traced t ON t.incident_id = known.incident_id
            WHERE t.evidence IS NULL OR t.evidence <> known.evidence
            ORDER BY known.incident_id LIMIT :size""")
    List<Traced> due(int size);

    /** How much of an incident its traces were taken from. */
    @Introspected
    record Traced(long incidentId, long evidence) {}

    @Query("DELETE FROM incident_traced WHERE incident_id = :incident")
    void forget(long incident);

    @Query("INSERT INTO incident_traced (incident_id, evidence) VALUES (:incident, :evidence)")
    void traced(long incident, long evidence);

    @Query("""
            INSERT INTO incident_trace (incident_id, kind, trace) VALUES (:incident, :kind, :trace)
            ON CONFLICT DO NOTHING""")
    void add(long incident, String kind, String trace);

    @Query("SELECT count(*) FROM incident_trace WHERE incident_id = :incident AND kind = :kind")
    long count(long incident, String kind);

    /** Another incident with something of this one: how much of which kind, and one of it. */
    @Introspected
    record Tie(long incidentId, long portalId, String kind, String trace, long shared,
            @Nullable Long campaignId) {}

    @Query("""
            SELECT t.incident_id, i.portal_id, t.kind, min(t.trace) AS trace, count(*) AS shared, m.campaign_id
            FROM incident_trace mine
            JOIN incident_trace t ON t.kind = mine.kind AND t.trace = mine.trace
              AND t.incident_id <> mine.incident_id
            JOIN incident i ON i.id = t.incident_id
            LEFT JOIN campaign_member m ON m.incident_id = i.id
            WHERE mine.incident_id = :incident AND i.resolution NOT IN ('FALSE_POSITIVE', 'PLANNED_CHANGE')
            GROUP BY t.incident_id, i.portal_id, t.kind, m.campaign_id
            ORDER BY CASE t.kind WHEN 'HOST' THEN 0 WHEN 'FILE' THEN 1 WHEN 'SCRIPT' THEN 2 ELSE 3 END,
              CASE WHEN m.campaign_id IS NULL THEN 1 ELSE 0 END, m.campaign_id, t.incident_id
            LIMIT 500""")
    List<Tie> ties(long incident);

    @Query("SELECT campaign_id FROM campaign_member WHERE incident_id = :incident")
    Optional<Long> campaignOf(long incident);

    @Query("SELECT count(*) FROM campaign_apart WHERE incident_id = :incident AND campaign_id = :campaign")
    long apart(long incident, long campaign);

    @Query("""
            INSERT INTO campaign_apart (incident_id, campaign_id) VALUES (:incident, :campaign)
            ON CONFLICT DO NOTHING""")
    void putApart(long incident, long campaign);

    @Query("""
            INSERT INTO campaign_member (incident_id, campaign_id, joined_at, reason, shared, actor)
            VALUES (:incident, :campaign, :at, :reason, :shared, :actor)""")
    void join(long incident, long campaign, Instant at, String reason, String shared, String actor);

    @Query("DELETE FROM campaign_member WHERE incident_id = :incident AND campaign_id = :campaign")
    int leave(long incident, long campaign);

    /** An incident of a campaign. */
    @Introspected
    record MemberRow(long campaignId, long incidentId, long portalId, Kind kind, Status status,
            String severity,
            int pages, Instant t0, Instant lastSeen, Instant joinedAt, String reason, String shared) {}

    @Query("""
            SELECT m.campaign_id, m.incident_id, i.portal_id, i.kind, i.status, i.severity, i.pages, i.t0,
              i.last_seen, m.joined_at, m.reason, m.shared
            FROM campaign_member m JOIN incident i ON i.id = m.incident_id JOIN portal p ON p.id = i.portal_id
            WHERE m.campaign_id IN (:campaigns) AND (:everything OR p.agency_id IN (:agencies))
              AND i.resolution NOT IN ('FALSE_POSITIVE', 'PLANNED_CHANGE')
            ORDER BY i.t0, i.id""")
    List<MemberRow> members(Collection<Long> campaigns, boolean everything, Collection<Long> agencies);

    /** Those with the newest sighting first. */
    @Query("""
            SELECT m.campaign_id
            FROM campaign_member m JOIN incident i ON i.id = m.incident_id JOIN portal p ON p.id = i.portal_id
            WHERE (:everything OR p.agency_id IN (:agencies))
              AND i.resolution NOT IN ('FALSE_POSITIVE', 'PLANNED_CHANGE')
            GROUP BY m.campaign_id ORDER BY max(i.last_seen) DESC, m.campaign_id DESC
            LIMIT :size OFFSET :skip""")
    List<Long> visible(boolean everything, Collection<Long> agencies, int size, long skip);

    @Query("""
            SELECT count(DISTINCT m.campaign_id)
            FROM campaign_member m JOIN incident i ON i.id = m.incident_id JOIN portal p ON p.id = i.portal_id
            WHERE (:everything OR p.agency_id IN (:agencies))
              AND i.resolution NOT IN ('FALSE_POSITIVE', 'PLANNED_CHANGE')""")
    long count(boolean everything, Collection<Long> agencies);

    /** Something of an incident. */
    @Introspected
    record TraceRow(long incidentId, String kind, String trace) {}

    @Query("""
            SELECT incident_id, kind, trace FROM incident_trace
            WHERE incident_id IN (:incidents) AND kind IN ('HOST', 'FILE') ORDER BY trace""")
    List<TraceRow> shown(Collection<Long> incidents);

    /** Which campaign each of these incidents belongs to. */
    @Introspected
    record Belongs(long incidentId, long campaignId) {}

    @Query("SELECT incident_id, campaign_id FROM campaign_member WHERE incident_id IN (:incidents)")
    List<Belongs> belongs(Collection<Long> incidents);

    /** Planted domains on several portals of a campaign that a person has taken in hand. */
    @Query("""
            SELECT t.trace FROM campaign_member m
            JOIN incident i ON i.id = m.incident_id
            JOIN incident_trace t ON t.incident_id = i.id AND t.kind = 'HOST'
            WHERE i.resolution NOT IN ('FALSE_POSITIVE', 'PLANNED_CHANGE')
              AND EXISTS (SELECT 1 FROM campaign_member o JOIN incident c ON c.id = o.incident_id
                WHERE o.campaign_id = m.campaign_id
                  AND (c.status IN ('ACKNOWLEDGED', 'CONTAINED') OR c.resolution = 'TRUE_POSITIVE'))
            GROUP BY m.campaign_id, t.trace HAVING count(DISTINCT i.portal_id) > 1
            ORDER BY t.trace""")
    List<String> knownBad();
}
