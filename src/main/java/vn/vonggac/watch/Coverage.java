package vn.vonggac.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How completely a portal is looked at, and at what price.
 *
 * @param overdue pages that were not looked at within the time in which every page shall be
 * @param cycle how long it takes to look at all pages once, at the pace of late; empty before the first look
 * @param spent requests of this hour and bytes of the last 24
 * @param budget what they may be
 */
public record Coverage(long pages, long unseen, long overdue, Optional<Duration> cycle, Cost spent,
        Cost budget) {

    /** One page in a hundred may be late for once. */
    private static final int TOLERANCE = 100;

    static Coverage of(Reach reach, Duration target, Instant now, Cost spent, Cost budget) {
        return new Coverage(reach.pages(), reach.unseen(), reach.overdue(), cycle(reach, target, now), spent,
                budget);
    }

    /** How long ago the eldest look is where all were looked at in time; otherwise as it would go on. */
    private static Optional<Duration> cycle(Reach reach, Duration target, Instant now) {
        Instant eldest = reach.eldest();
        Instant found = reach.found();
        if (reach.seen() == 0 || eldest == null || found == null) {
            return Optional.empty();
        }
        if (reach.seen() == reach.pages()) {
            return Optional.of(Duration.between(eldest, now));
        }
        Duration known = Duration.between(found, now);
        Duration window = known.compareTo(target) < 0 ? known : target;
        return Optional.of(window.multipliedBy(reach.pages()).dividedBy(reach.seen()));
    }

    /** Whether pages go without a look for longer than they should. */
    public boolean below() {
        return below(overdue, pages);
    }

    static boolean below(Reach reach) {
        return below(reach.overdue(), reach.pages());
    }

    private static boolean below(long overdue, long pages) {
        return overdue * TOLERANCE > pages;
    }

    /** Whether it is what a portal may be asked for that holds up the rest. */
    public boolean exhausted() {
        return spent.requests() >= budget.requests() || spent.bytes() >= budget.bytes();
    }
}
