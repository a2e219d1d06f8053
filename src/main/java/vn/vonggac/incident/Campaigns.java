package vn.vonggac.incident;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.vonggac.audit.Audit;
import vn.vonggac.detect.Severity;
import vn.vonggac.portal.Listed;
import vn.vonggac.portal.Scope;

/** The campaigns as somebody may see them: of other agencies' incidents neither a name nor a number shows. */
@Singleton
public class Campaigns {

    private final CampaignRows rows;
    private final IncidentTables tables;
    private final Audit audit;
    private final InstantSource time;

    Campaigns(CampaignRows rows, IncidentTables tables, Audit audit, InstantSource time) {
        this.rows = rows;
        this.tables = tables;
        this.audit = audit;
        this.time = time;
    }

    /** Those seen last first. */
    public Listed<Campaign> list(Scope scope, int size, long skip) {
        List<Long> ids = rows.visible(scope.everything(), scope.ids(), size, skip);
        return new Listed<>(load(scope, ids), rows.count(scope.everything(), scope.ids()));
    }

    public long count(Scope scope) {
        return rows.count(scope.everything(), scope.ids());
    }

    public Optional<Campaign> find(Scope scope, long id) {
        return load(scope, List.of(id)).stream().findFirst();
    }

    private List<Campaign> load(Scope scope, List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<CampaignRows.MemberRow> members = rows.members(ids, scope.everything(), scope.ids());
        Map<Long, Set<String>> hosts = traces(members, Trace.Kind.HOST);
        Map<Long, List<Campaign.Member>> byCampaign = new LinkedHashMap<>();
        ids.forEach(id -> byCampaign.put(id, new java.util.ArrayList<>()));
        members.forEach(row -> byCampaign.getOrDefault(row.campaignId(), List.of())
                .add(member(row, hosts.getOrDefault(row.incidentId(), Set.of()))));
        return byCampaign.entrySet().stream().filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> Campaign.of(entry.getKey(), entry.getValue())).toList();
    }

    private Map<Long, Set<String>> traces(List<CampaignRows.MemberRow> members, Trace.Kind kind) {
        Map<Long, Set<String>> traces = new HashMap<>();
        if (!members.isEmpty()) {
            rows.shown(members.stream().map(CampaignRows.MemberRow::incidentId).toList()).stream()
                    .filter(trace -> trace.kind().equals(kind.name()))
                    .forEach(trace -> traces.computeIfAbsent(trace.incidentId(), id -> new TreeSet<>())
                            .add(trace.trace()));
        }
        return traces;
    }

    private static Campaign.Member member(CampaignRows.MemberRow row, Set<String> hosts) {
        return new Campaign.Member(row.incidentId(), row.portalId(), row.kind(), row.status(),
                Severity.valueOf(row.severity().toUpperCase(Locale.ROOT)), row.pages(), row.t0(),
                row.lastSeen(),
                row.joinedAt(), Campaign.Reason.valueOf(row.reason()), row.shared(), hosts);
    }

    /** The campaign of each of these incidents that has one. */
    public Map<Long, Long> of(Collection<Long> incidents) {
        return incidents.isEmpty()
                ? Map.of()
                : rows.belongs(incidents).stream().collect(Collectors
                        .toMap(CampaignRows.Belongs::incidentId, CampaignRows.Belongs::campaignId));
    }

    /** What a campaign is known by, for other machines. */
    public Optional<Indicators> indicators(Scope scope, long id) {
        return find(scope, id).map(campaign -> {
            List<CampaignRows.MemberRow> members = rows.members(List.of(id), scope.everything(), scope.ids());
            Set<String> files = new TreeSet<>();
            traces(members, Trace.Kind.FILE).values().forEach(files::addAll);
            Set<String> hosts = new TreeSet<>();
            Set<String> urls = new TreeSet<>();
            members.forEach(member -> tables.plantedHosts(member.incidentId()).forEach(hosts::add));
            members.stream().filter(member -> member.kind() == Kind.PLANTED_DOCUMENT)
                    .forEach(member -> urls.addAll(tables.pages(member.incidentId())));
            return new Indicators(campaign, hosts, urls, files);
        });
    }

    /** Takes incidents out for good, into a campaign of their own where there are several; the answer is how many. */
    @Transactional
    public int split(Scope scope, long id, Set<Long> chosen, String actor) {
        Set<Long> visible = visible(scope, id);
        List<Long> leaving = chosen.stream().filter(visible::contains).sorted().toList();
        Optional<Long> own = leaving.size() < 2
                ? Optional.empty()
                : Optional.of(rows.save(new CampaignRow(0, time.instant())).id());
        for (long incident : leaving) {
            rows.leave(incident, id);
            rows.putApart(incident, id);
            log(incident, Step.Deed.LEFT_CAMPAIGN, "#" + id, actor);
            own.ifPresent(campaign -> enter(incident, campaign, actor));
        }
        return leaving.size();
    }

    /** Brings what is visible of another campaign into this one; the answer is how many incidents came. */
    @Transactional
    public int merge(Scope scope, long id, long other, String actor) {
        if (id == other || visible(scope, id).isEmpty()) {
            return 0;
        }
        Set<Long> coming = visible(scope, other);
        for (long incident : coming) {
            rows.leave(incident, other);
            enter(incident, id, actor);
        }
        return coming.size();
    }

    private Set<Long> visible(Scope scope, long id) {
        return rows.members(List.of(id), scope.everything(), scope.ids()).stream()
                .map(CampaignRows.MemberRow::incidentId).collect(Collectors.toCollection(TreeSet::new));
    }

    private void enter(long incident, long campaign, String actor) {
        rows.join(incident, campaign, time.instant(), Campaign.Reason.HAND.name(), "", actor);
        log(incident, Step.Deed.JOINED_CAMPAIGN, "#" + campaign, actor);
    }

    private void log(long incident, Step.Deed deed, String note, String actor) {
        tables.log(incident, List.of(new Step(time.instant(), actor, deed, note)));
        audit.record(actor, "incident.deed." + deed.id(), "incident:" + incident, note);
    }
}
