package vn.vonggac.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vonggac.detect.Messages;
import vn.vonggac.detect.Severity;

/**
 * An incident as a list shows it.
 *
 * @param named the name of its portal
 * @param suppression why it is kept quiet, where it is, and {@code silence} the words of the silence that asks for it
 * @param closedAt when it was closed, where it is
 * @param domains the first of the planted domains, {@code planted} how many there are
 * @param views those that showed it
 * @param hidden what is known of the links that a reader does not see
 * @param next the running clock that runs out first
 * @param version what people decided about it, as {@link Incident#version()} says it
 * @param campaign the one it belongs to, 0 for none
 * @param bouts how often it was over before it came back
 * @param unread whether it said something new since the one who asks last read it
 */
public record Outline(long id, long portal, String named, Kind kind, Status status,
        Optional<Resolution> resolution, Severity severity, Gravity gravity,
        Optional<Suppression> suppression, String silence,
        boolean intermittent,
        Optional<String> assignee, Instant t0, Instant lastSeen, Optional<Instant> closedAt, int pages,
        String firstPage,
        List<String> domains, int planted, Set<String> views, HiddenLinks hidden, int findings,
        Optional<Clock.Reading> next,
        boolean unread, String version, long campaign, int bouts) {

    public Outline {
        domains = List.copyOf(domains);
        views = Set.copyOf(views);
    }

    public boolean quiet() {
        return suppression.isPresent();
    }

    /** The views that alone showed it; none where whoever simply comes by sees it, and where nothing was seen. */
    public Set<String> onlyFor() {
        return Part.onlyFor(views);
    }

    /** The sentence that says what happened where; {@code portal} and {@code domain} as the reader gets them. */
    public String headline(Messages messages, String portal, String domain) {
        boolean counted = kind == Kind.PLANTED_CONTENT && hidden.links() > 0 && planted > 0;
        String what = counted ? hidden.gambling() ? "hidden-gambling" : "hidden-links" : kind.id();
        return messages.text("incident.headline." + what, pages, portal, planted, domain, hidden.links(),
                hidden.all() ? 0 : 1);
    }
}
