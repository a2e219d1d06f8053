package vn.vonggac.incident;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vonggac.feed.Feeds;
import vn.vonggac.portal.Scope;

/**
 * Makes campaigns of incidents that share what was planted, in the background and across all agencies: an incident that
 * fits joins by itself and its log says why. What a person took apart stays apart, and two campaigns become one only by
 * a person.
 */
@Singleton
public class CampaignJoining {

    static final String FEED = "campaigns";
    private static final int AT_ONCE = 50;

    private final CampaignRows rows;
    private final CampaignRules rules;
    private final IncidentRows incidents;
    private final IncidentTables tables;
    private final Feeds feeds;
    private final InstantSource time;

    CampaignJoining(CampaignRows rows, CampaignRules rules, IncidentRows incidents, IncidentTables tables,
            Feeds feeds, InstantSource time) {
        this.rows = rows;
        this.rules = rules;
        this.incidents = incidents;
        this.tables = tables;
        this.feeds = feeds;
        this.time = time;
    }

    /** Looks at incidents that grew; the answer is how many. */
    public int step() {
        List<CampaignRows.Traced> due = rows.due(AT_ONCE);
        due.forEach(this::take);
        return due.size();
    }

    /** What campaigns plant is on a list of its own, once a person has taken one of their incidents in hand. */
    public void tell() {
        feeds.put(FEED, rows.knownBad());
    }

    @Transactional
    void take(CampaignRows.Traced due) {
        rows.lock();
        rows.forget(due.incidentId());
        rows.traced(due.incidentId(), due.evidence());
        Optional<Incident> incident = incidents
                .find(Scope.EVERYTHING.everything(), Scope.EVERYTHING.ids(), due.incidentId())
                .map(tables::load);
        incident.filter(one -> !one.kind().posture()).ifPresent(this::take);
    }

    private void take(Incident incident) {
        Set<Trace> traces = Trace.of(incident, tables.exhibits(incident.id()), rules);
        traces.forEach(trace -> rows.add(incident.id(), trace.kind().name(), trace.trace()));
        if (incident.standing().resolution().filter(Resolution.FALSE_POSITIVE::equals).isEmpty()) {
            rows.ties(incident.id()).stream().filter(tie -> holds(incident.id(), tie))
                    .forEach(tie -> tie(incident, tie));
        }
    }

    private boolean holds(long incident, CampaignRows.Tie tie) {
        if (!tie.kind().equals(Trace.Kind.TEXT.name())) {
            return true;
        }
        long shorter = Math.min(rows.count(incident, tie.kind()), rows.count(tie.incidentId(), tie.kind()));
        return tie.shared() >= rules.textStretches() && tie.shared() >= rules.textShare() * shorter;
    }

    private void tie(Incident incident, CampaignRows.Tie tie) {
        Optional<Long> mine = rows.campaignOf(incident.id());
        Optional<Long> theirs = rows.campaignOf(tie.incidentId());
        if (mine.isEmpty() && theirs.isPresent()) {
            join(incident.id(), theirs.get(), tie);
        } else if (mine.isPresent() && theirs.isEmpty()) {
            join(tie.incidentId(), mine.get(), tie);
        } else if (mine.isEmpty() && tie.portalId() != Long.parseLong(incident.portal())) {
            long begun = rows.save(new CampaignRow(0, time.instant())).id();
            join(tie.incidentId(), begun, tie);
            join(incident.id(), begun, tie);
        }
    }

    private void join(long incident, long campaign, CampaignRows.Tie tie) {
        if (rows.apart(incident, campaign) == 0) {
            String shared = tie.kind().equals(Trace.Kind.HOST.name()) ? tie.trace() : "";
            rows.join(incident, campaign, time.instant(), tie.kind(), shared, Step.SERVICE);
            List<String> note = new ArrayList<>(List.of("#" + campaign));
            Optional.of(shared).filter(host -> !host.isEmpty()).ifPresent(note::add);
            tables.log(incident, List.of(Step.byService(time.instant(), Step.Deed.JOINED_CAMPAIGN,
                    String.join(" ", note))));
        }
    }
}
