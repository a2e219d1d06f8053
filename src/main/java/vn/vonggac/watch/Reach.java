package vn.vonggac.watch;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the looks at a portal's pages reach, as counted in the frontier.
 *
 * @param pages all that are known
 * @param unseen those never looked at
 * @param seen those looked at within the time in which every page shall be
 * @param overdue those known for longer than that and not looked at since
 * @param found when the first page was found
 * @param eldest the longest time ago that a page was looked at last
 */
@Introspected
record Reach(long portalId, long pages, long unseen, long seen, long overdue, @Nullable Instant found,
        @Nullable Instant eldest) {

    static Reach nothing(long portal) {
        return new Reach(portal, 0, 0, 0, 0, null, null);
    }
}
