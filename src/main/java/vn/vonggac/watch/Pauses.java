package vn.vonggac.watch;

import java.time.Duration;

/** How long a page is left alone after a look: what changes is looked at more often, what does not, less. */
final class Pauses {

    private static final int DEEP = 4;
    private static final int SLOWER_PERCENT = 150;
    private static final int MOST_DOUBLINGS = 6;

    private final Duration shortest;
    private final Duration everyPage;

    Pauses(Duration shortest, Duration everyPage) {
        this.shortest = shortest;
        this.everyPage = everyPage;
    }

    /** A home page keeps its rhythm whatever happens: that it is down is what somebody wants to know. */
    Duration after(FrontierPage page, Duration rhythm, String hash, boolean inIncident) {
        if (page.home()) {
            return rhythm;
        }
        Duration usual = adaptive(page, hash);
        Duration pause = hash.isEmpty() ? gentler(usual, page.failures()) : usual;
        return inIncident && pause.compareTo(shortest) > 0 ? shortest : pause;
    }

    private Duration adaptive(FrontierPage page, String hash) {
        if (page.visits() == 0 || page.pauseMillis() == 0) {
            return page.depth() <= 1 ? shortest : shortest.multipliedBy(DEEP);
        }
        boolean same = hash.isEmpty() || hash.equals(page.contentHash());
        Duration next = same
                ? page.pause().multipliedBy(SLOWER_PERCENT).dividedBy(100)
                : page.pause().dividedBy(2);
        return next.compareTo(shortest) < 0 ? shortest : next.compareTo(everyPage) > 0 ? everyPage : next;
    }

    /** A page that fails is asked less and less. */
    private Duration gentler(Duration usual, int failures) {
        Duration longer = usual.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return longer.compareTo(everyPage) > 0 ? everyPage : longer;
    }
}
