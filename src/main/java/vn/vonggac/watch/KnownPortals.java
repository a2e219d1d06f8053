package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Probing;
import vn.vonggac.portal.Scope;
import vn.vonggac.portal.TrustLabel;
import vn.vonggac.portal.Url;
import vn.vonggac.portal.WatchWindow;
import vn.vonggac.portal.WatchWindows;

/** The portals as people entered them, with the rhythm that the running watch windows give them. */
@Singleton
final class KnownPortals implements WatchedPortals {

    private static final Duration DENSEST = Duration.ofMinutes(1);

    private final Portals portals;
    private final WatchWindows windows;

    KnownPortals(Portals portals, WatchWindows windows) {
        this.portals = portals;
        this.windows = windows;
    }

    @Override
    public Optional<Watched> find(long id, Instant now) {
        return portals.find(Scope.EVERYTHING, id)
                .map(portal -> watched(portal, windows.running(Scope.EVERYTHING), now));
    }

    @Override
    public List<Watched> active(Instant now) {
        List<WatchWindow> running = windows.running(Scope.EVERYTHING);
        return portals.all(Scope.EVERYTHING).stream().filter(portal -> !portal.isPaused(now))
                .map(portal -> watched(portal, running, now)).toList();
    }

    @Override
    public boolean covers(String url) {
        return Url.parse(url).flatMap(address -> portals.ownerOf(Scope.EVERYTHING, address)).isPresent();
    }

    private Watched watched(Portal portal, List<WatchWindow> running, Instant now) {
        return new Watched(portal.id(), portal.agencyId(), portal.name(), portal.home(),
                rhythm(portal, running),
                portal.isPaused(now), address -> Url.parse(address).filter(portal::covers).isPresent(),
                Set.copyOf(portal.trustedHosts()), portal.trustLabel() == TrustLabel.GRANTED,
                portal.probing() == Probing.AUTHORISED);
    }

    private Duration rhythm(Portal portal, List<WatchWindow> running) {
        double factor = running.stream().filter(window -> windows.isFor(window, portal))
                .map(WatchWindow::factor)
                .max(BigDecimal::compareTo).orElse(BigDecimal.ONE).doubleValue();
        Duration denser = Duration.ofMillis((long) (portal.rhythm().toMillis() / Math.max(1, factor)));
        return denser.compareTo(DENSEST) < 0 ? DENSEST : denser;
    }
}
