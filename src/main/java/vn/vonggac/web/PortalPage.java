package vn.vonggac.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vonggac.page.Baseline;
import vn.vonggac.watch.Component;
import vn.vonggac.watch.Coverage;

/** A portal with everything about it that people decide by. */
public record PortalPage(PortalRow row, long agencyId, String dutyPhone, List<Fact> facts,
        Optional<Pause> pause,
        List<IncidentRow> incidents, String asked, Baseline known, List<PortalEvent> timeline,
        List<Component> components, Coverage coverage) {

    public PortalPage {
        facts = List.copyOf(facts);
        incidents = List.copyOf(incidents);
        timeline = List.copyOf(timeline);
        components = List.copyOf(components);
    }

    /** How far the looks reach, in one sentence. */
    public String reach(Desk desk) {
        long known = coverage.pages();
        return coverage.cycle().map(cycle -> desk.say("web.coverage.cycle", known, desk.times().about(cycle)))
                .orElseGet(() -> desk.say("web.coverage.none", known));
    }

    /** One line of the fact sheet: the key of what it is, and what it says. */
    public record Fact(String key, String text) {}

    /** Why the portal is not watched for now, and until when. */
    public record Pause(String reason, Instant until) {}
}
