package vn.vonggac.api;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import vn.vonggac.audit.Slug;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.Resolution;
import vn.vonggac.incident.Standing;
import vn.vonggac.incident.Suppression;

/**
 * Findings of one portal and one cause.
 *
 * @param portal the portal's number
 * @param resolution why it was closed
 * @param quiet silenced or inhibited, where it is kept quiet
 * @param level the worst verdict so far
 * @param t0 the minute of the first visit that showed it, or when somebody told of it
 * @param hosts the planted hosts
 * @param onlyFor the views that alone showed it: cloaking; none where everybody sees it
 * @param pages how many pages have shown it since T0
 * @param recurred how often it was closed as a true attack and came back; T0 is that of the last time
 */
@Serdeable
@Schema(name = "Incident")
record IncidentItem(long id, long portal, String kind, String status, String resolution, String severity,
        String gravity, boolean intermittent, String assignee, String quiet, String level, double score,
        Instant t0, Instant lastSeen, int sightings, List<String> hosts, List<String> onlyFor, int pages,
        String firstPage,
        int recurred) {

    IncidentItem {
        hosts = List.copyOf(hosts);
        onlyFor = List.copyOf(onlyFor);
    }

    static IncidentItem of(Incident incident) {
        Standing standing = incident.standing();
        return new IncidentItem(incident.id(), Long.parseLong(incident.portal()), incident.kind().id(),
                Slug.of(standing.status()), standing.resolution().map(Resolution::id).orElse(""),
                Slug.of(standing.severity()), Slug.of(standing.gravity()), standing.intermittent(),
                standing.assignee().orElse(""), standing.suppression().map(IncidentItem::quiet).orElse(""),
                Slug.of(incident.level()), incident.score(), incident.timeline().t0(),
                incident.timeline().lastSeen(), incident.timeline().sightings(),
                incident.cause().domains().stream().sorted().toList(),
                incident.onlyFor().stream().sorted().toList(), incident.shownOn().size(),
                incident.firstPage(), incident.timeline().earlier().size());
    }

    private static String quiet(Suppression suppression) {
        return switch (suppression) {
            case Suppression.Silenced silenced -> "silenced";
            case Suppression.Inhibited inhibited -> "inhibited";
        };
    }

    /** As its {@code ETag}. */
    static String version(Incident incident) {
        return '"' + incident.version() + '"';
    }
}
