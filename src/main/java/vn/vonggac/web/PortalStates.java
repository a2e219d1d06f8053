package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import vn.vonggac.detect.Verdict;
import vn.vonggac.incident.Queue;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Scope;
import vn.vonggac.watch.HomeLook;
import vn.vonggac.watch.Homes;

/** How each portal stands: its open incidents first, then what came of the last look at its home page. */
@Singleton
final class PortalStates {

    private static final int LOST_AFTER = 2;

    private final Queue queue;
    private final Homes homes;
    private final InstantSource time;

    PortalStates(Queue queue, Homes homes, InstantSource time) {
        this.queue = queue;
        this.homes = homes;
        this.time = time;
    }

    /** Now, for all portals of this scope; ask once a page. */
    Now now(Scope scope) {
        return new Now(queue.worst(scope), homes.byPortal(), time.instant());
    }

    /** One moment's knowledge. */
    record Now(Map<Long, Verdict.Level> worst, Map<Long, HomeLook> looks, Instant at) {

        PortalState of(Portal portal) {
            if (portal.isPaused(at)) {
                return PortalState.PAUSED;
            }
            Verdict.Level level = worst.get(portal.id());
            if (level != null && level.flagged()) {
                return level == Verdict.Level.COMPROMISED ? PortalState.COMPROMISED : PortalState.SUSPICIOUS;
            }
            return Optional.ofNullable(looks.get(portal.id())).map(Now::of).orElse(PortalState.WAITING);
        }

        private static PortalState of(HomeLook look) {
            if (look.visitedAt() == null) {
                return PortalState.WAITING;
            }
            if (look.failures() >= LOST_AFTER) {
                return PortalState.UNREACHABLE;
            }
            return look.verdict().equals("incomplete") ? PortalState.INCOMPLETE : PortalState.SAFE;
        }

        Optional<Instant> lastVisit(Portal portal) {
            return Optional.ofNullable(looks.get(portal.id()))
                    .flatMap(look -> Optional.ofNullable(look.visitedAt()));
        }
    }
}
