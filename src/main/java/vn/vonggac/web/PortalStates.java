package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import vn.vonggac.portal.Portal;

/** How each portal stands now, from what was seen of it. */
@Singleton
final class PortalStates {

    private final InstantSource time;

    PortalStates(InstantSource time) {
        this.time = time;
    }

    PortalState of(Portal portal) {
        return portal.isPaused(time.instant()) ? PortalState.PAUSED : PortalState.WAITING;
    }

    Optional<Instant> lastVisit(Portal portal) {
        return Optional.empty();
    }
}
