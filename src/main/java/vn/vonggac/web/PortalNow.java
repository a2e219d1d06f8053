package vn.vonggac.web;

import java.time.Instant;
import java.util.Optional;
import vn.vonggac.page.Baseline;
import vn.vonggac.watch.Coverage;

/**
 * How a portal stands at this moment.
 *
 * @param asked whether somebody asked to look now and it is not done, as the watch says it
 * @param known what its home page normally says, and how well that is known
 */
public record PortalNow(PortalRow row, Optional<Pause> pause, String asked, Baseline known,
        Coverage coverage) {

    /** How far the looks reach, in one sentence. */
    public String reach(Desk desk) {
        long pages = coverage.pages();
        return coverage.cycle().map(cycle -> desk.say("web.coverage.cycle", pages, desk.times().about(cycle)))
                .orElseGet(() -> desk.say("web.coverage.none", pages));
    }

    /** Why the portal is not watched for now, and until when. */
    public record Pause(String reason, Instant until) {}
}
