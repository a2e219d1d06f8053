package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import vn.vonggac.incident.IncidentEvent;
import vn.vonggac.incident.Status;
import vn.vonggac.incident.WantedVisit;
import vn.vonggac.incident.WantedVisits;
import vn.vonggac.watch.Looking.Looked;
import vn.vonggac.watch.Spending.Purse;

/** A portal's turn: what somebody asked for, the home page, then what is due, until the time is up. */
@Singleton
final class PortalRound implements Round {

    static final String REPEAT = "repeat";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int HOME_REQUESTS = 4;

    private final WatchedPortals portals;
    private final Frontier frontier;
    private final Looking looking;
    private final WantedVisits wanted;
    private final SiteFiles files;
    private final Surroundings surroundings;
    private final Spending spending;
    private final WatchConfig config;
    private final InstantSource time;
    private volatile boolean stopping;
    private volatile BooleanSupplier othersWait = () -> false;

    PortalRound(WatchedPortals portals, Frontier frontier, Looking looking, WantedVisits wanted,
            SiteFiles files, Surroundings surroundings, Spending spending,
            WatchConfig config, InstantSource time) {
        this.portals = portals;
        this.frontier = frontier;
        this.looking = looking;
        this.wanted = wanted;
        this.files = files;
        this.surroundings = surroundings;
        this.spending = spending;
        this.config = config;
        this.time = time;
    }

    @Override
    public void run(long portalId) {
        Instant began = time.instant();
        portals.find(portalId, began).ifPresent(portal -> {
            Purse purse = spending.open(portalId, began);
            try {
                run(portal, purse, began);
            } finally {
                spending.close(portalId, purse, time.instant());
            }
        });
    }

    private void run(Watched portal, Purse purse, Instant began) {
        Instant end = began.plus(config.roundTime());
        for (WantedVisit visit : wanted.due(portal.id(), began)) {
            if (goesOn(end) && wanted.take(visit.id(), began, end) == 1) {
                purse.pay(looking.look(portal, frontier.page(portal.id(), visit.url(), began), true).cost());
                wanted.done(visit.id());
            }
        }
        if (!portal.paused()) {
            lookAtHome(portal, purse, began).ifPresent(homeAgain -> {
                lookAtWhatIsDue(portal, purse, end, homeAgain);
                surroundings.turn(portal, purse, reserved(portal), () -> goesOn(end));
            });
        }
    }

    /** When it is due again; nothing where it hangs or its host is left alone, for then the portal has had its turn. */
    private Optional<Instant> lookAtHome(Watched portal, Purse purse, Instant began) {
        FrontierPage home = frontier.home(portal, began);
        if (portal.due(home, began) && !stopping) {
            files.add(portal, home, began);
            Looked looked = look(portal, home, purse);
            return Optional.of(looked.page().dueAt()).filter(again -> !looked.hung() && !looked.leftAlone());
        }
        return Optional.of(home.dueAt());
    }

    /** What a look brings up is looked at in the same round. However many wait, a home page waits for one at most. */
    private void lookAtWhatIsDue(Watched portal, Purse purse, Instant end, Instant homeAgain) {
        int left = config.pagesPerRound();
        List<FrontierPage> due = frontier.due(portal.id(), time.instant(), left);
        while (!due.isEmpty()) {
            for (FrontierPage page : due) {
                if (!goesOn(end) || !purse.holds(reserved(portal))) {
                    return;
                }
                boolean hung = frontier.waits(page, time.instant()) && look(portal, page, purse).hung();
                left--;
                if (hung || othersWait.getAsBoolean() || time.instant().isAfter(homeAgain)) {
                    return;
                }
            }
            due = frontier.due(portal.id(), time.instant(), left);
        }
    }

    /** What the home page will need until the hour is over is not for others. */
    private long reserved(Watched portal) {
        Instant now = time.instant();
        Duration rest = Duration.between(now, now.truncatedTo(ChronoUnit.HOURS).plus(HOUR));
        return HOME_REQUESTS * (rest.dividedBy(portal.rhythm()) + 1);
    }

    private Looked look(Watched portal, FrontierPage page, Purse purse) {
        Looked looked = looking.look(portal, page, false);
        purse.pay(looked.cost());
        if (suspects(looked)) {
            repeat(portal, looked, purse);
        }
        return looked;
    }

    private boolean goesOn(Instant end) {
        return !stopping && !time.instant().isAfter(end);
    }

    /** At once, under every view, and once more after a while: before anybody is woken. */
    private void repeat(Watched portal, Looked looked, Purse purse) {
        Looked again = looking.look(portal, looked.page(), true);
        purse.pay(again.cost());
        if (!again.opened() && wanted.waiting(portal.id(), looked.page().url(), REPEAT) == 0) {
            wanted.save(new WantedVisit(0, portal.id(), looked.page().url(),
                    time.instant().plus(config.repeatAfter()), REPEAT, null));
        }
    }

    private static boolean suspects(Looked looked) {
        return looked.events().stream().filter(event -> !(event instanceof IncidentEvent.Unchanged))
                .anyMatch(event -> looked.verdict().level().flagged()
                        && event.incident().standing().status() == Status.SUSPECTED);
    }

    /** From now on a round ends after the page it is at when others wait for its place. */
    void giveWay(BooleanSupplier others) {
        othersWait = others;
    }

    /** What is under way is finished; nothing else is begun. */
    void stop() {
        stopping = true;
    }
}
