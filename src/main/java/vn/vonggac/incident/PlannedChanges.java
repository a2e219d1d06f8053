package vn.vonggac.incident;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import vn.vonggac.audit.Audit;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;
import vn.vonggac.portal.Url;

/** The work that people of portals tell of beforehand: never of what has already been, never for ever. */
@Singleton
public class PlannedChanges {

    public static final Duration LONGEST = Duration.ofDays(14);

    private final PlannedChangeRows rows;
    private final Portals portals;
    private final Audit audit;
    private final InstantSource time;

    PlannedChanges(PlannedChangeRows rows, Portals portals, Audit audit, InstantSource time) {
        this.rows = rows;
        this.portals = portals;
        this.audit = audit;
        this.time = time;
    }

    /** Empty where it lies in the past, is too long, gives no reason, or speaks of pages that are not the portal's. */
    @Transactional
    public Optional<PlannedChange> announce(Scope scope, long portal, String prefix, Instant from, Instant to,
            String reason, String author) {
        Optional<Portal> found = portals.find(scope, portal).filter(each -> covers(each, prefix));
        boolean ahead = !from.isBefore(time.instant().minus(Duration.ofMinutes(1))) && to.isAfter(from)
                && Duration.between(from, to).compareTo(LONGEST) <= 0;
        if (found.isEmpty() || !ahead || reason.isBlank()) {
            return Optional.empty();
        }
        PlannedChange kept = rows
                .save(new PlannedChange(0, portal, prefix.isBlank() ? "" : prefix, author, reason.strip(),
                        from, to));
        audit.record(author, "incident.act.planned-add", "portal:" + portal, kept.reason());
        return Optional.of(kept);
    }

    private static boolean covers(Portal portal, String prefix) {
        return prefix.isBlank() || Url.parse(prefix).filter(portal::covers).isPresent();
    }

    @Transactional
    public boolean end(Scope scope, long id, String who) {
        Optional<PlannedChange> plan = rows.findById(id)
                .filter(found -> portals.find(scope, found.portalId()).isPresent());
        if (plan.isEmpty() || rows.end(id, time.instant()) == 0) {
            return false;
        }
        audit.record(who, "incident.act.planned-end", "portal:" + plan.get().portalId(), plan.get().reason());
        return true;
    }

    /** Those that run or are still to come, the next first. */
    public List<PlannedChange> ahead(Scope scope) {
        return rows.endingAfter(scope.everything(), scope.ids(), time.instant());
    }

    /** Those that run on a portal at a moment. */
    public List<PlannedChange> at(long portal, Instant at) {
        return rows.at(portal, at);
    }
}
