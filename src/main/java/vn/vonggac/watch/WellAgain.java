package vn.vonggac.watch;

import java.util.List;
import java.util.Set;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Trail;
import vn.vonggac.page.Baseline;
import vn.vonggac.page.PortalBaseline;

/**
 * Whether a page is again as it was before somebody changed it: under every view it says what it said when it was last
 * well; or it is gone, where it never said anything well. Of a page that was never seen well nobody but a person can
 * tell.
 */
final class WellAgain {

    private static final Set<Integer> GONE = Set.of(404, 410);
    private static final int FIRST_ERROR = 400;

    private WellAgain() {}

    static boolean says(List<Seen> views, boolean home, Baseline well, PortalBaseline portal) {
        if (views.isEmpty()) {
            return false;
        }
        return well.visits() == 0
                ? !home && views.stream().allMatch(seen -> GONE.contains(status(seen)))
                : views.stream().allMatch(seen -> usual(seen, well, portal));
    }

    private static boolean usual(Seen seen, Baseline well, PortalBaseline portal) {
        int status = status(seen);
        return status > 0 && status < FIRST_ERROR
                && switch (seen.change().orElseGet(() -> well.compare(seen.content(), portal)).kind()) {
                    case NONE, VOLATILE, EDITORIAL -> true;
                    case STRUCTURAL, REPLACED -> false;
                };
    }

    private static int status(Seen seen) {
        return seen.trail().map(Trail::status).orElse(0);
    }
}
