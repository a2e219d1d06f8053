package vn.vonggac.watch;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * How long a page is left alone after a look: what changes is looked at more often, what does not, less, and what is
 * found where planted things lie never as seldom as others. The longest pause leaves some time for those that wait
 * before it, two turns of the portal at least, so that every page has its look in time.
 */
final class Pauses {

    private static final int DEEP = 4;
    private static final int SLOWER_PERCENT = 150;
    private static final int MOST_DOUBLINGS = 6;
    private static final int RISK = 4;

    private final Duration shortest;
    private final Duration everyPage;
    private final Predicate<FrontierPage> risky;

    /** @param risky of which pages it is asked only where they would be left alone for longer than such ones may be */
    Pauses(Duration shortest, Duration everyPage, Predicate<FrontierPage> risky) {
        this.shortest = shortest;
        this.everyPage = everyPage;
        this.risky = risky;
    }

    /** A home page keeps its rhythm whatever happens: that it is down is what somebody wants to know. */
    Duration after(FrontierPage page, Watched portal, String hash, boolean inIncident) {
        if (page.home()) {
            return portal.rhythm();
        }
        Duration longest = longest(portal.turn());
        boolean shows = page.opensSection() || page.listsPages();
        boolean often = inIncident || shows && !hash.isEmpty();
        return often
                ? least(shortest, longest)
                : bounded(page, unhurried(page, hash), longest);
    }

    private Duration bounded(FrontierPage page, Duration pause, Duration longest) {
        Duration risk = longest.dividedBy(RISK);
        return pause.compareTo(risk) > 0 && risky.test(page) ? risk : least(pause, longest);
    }

    private Duration longest(Duration turn) {
        Duration spared = everyPage.minus(turn.multipliedBy(2));
        Duration half = everyPage.dividedBy(2);
        return least(everyPage.multipliedBy(7).dividedBy(8), spared.compareTo(half) < 0 ? half : spared);
    }

    /** A page that fails is asked less and less. */
    private Duration unhurried(FrontierPage page, String hash) {
        Duration usual = adaptive(page, hash);
        return hash.isEmpty() ? usual.multipliedBy(1L << Math.min(page.failures(), MOST_DOUBLINGS)) : usual;
    }

    private Duration adaptive(FrontierPage page, String hash) {
        if (page.visits() == 0 || page.pauseMillis() == 0) {
            return page.depth() <= 1 ? shortest : shortest.multipliedBy(DEEP);
        }
        boolean same = hash.isEmpty() || hash.equals(page.contentHash());
        Duration next = same
                ? page.pause().multipliedBy(SLOWER_PERCENT).dividedBy(100)
                : page.pause().dividedBy(2);
        return next.compareTo(shortest) < 0 ? shortest : next;
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
