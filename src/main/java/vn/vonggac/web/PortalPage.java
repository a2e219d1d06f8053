package vn.vonggac.web;

import java.util.List;
import vn.vonggac.portal.Listed;
import vn.vonggac.watch.Component;

/**
 * A portal with everything about it that people decide by.
 *
 * @param closed the incidents that were closed last, and how many there are
 */
public record PortalPage(PortalNow now, long agencyId, String dutyPhone, List<Fact> facts,
        List<IncidentRow> incidents, Listed<IncidentRow> closed, List<PortalEvent> timeline,
        List<Component> components, PortalNormal normal, PortalServer server) {

    public PortalPage {
        facts = List.copyOf(facts);
        incidents = List.copyOf(incidents);
        timeline = List.copyOf(timeline);
        components = List.copyOf(components);
    }

    public PortalRow row() {
        return now.row();
    }

    /** One line of the fact sheet: the key of what it is, and what it says. */
    public record Fact(String key, String text) {}
}
