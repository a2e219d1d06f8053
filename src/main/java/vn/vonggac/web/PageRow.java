package vn.vonggac.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.Verdict;
import vn.vonggac.portal.Portal;
import vn.vonggac.watch.FrontierPage;

/** A page that the watch knows, as a list shows it. */
public record PageRow(FrontierPage page) {

    private static final int ANSWERED_WITH_ERROR = 400;
    private static final Set<Integer> NO_SUCH_PAGE = Set.of(404, 410);

    /** What the last look concluded; empty before the first. */
    public Optional<Verdict.Level> level() {
        return Arrays.stream(Verdict.Level.values())
                .filter(level -> page.visitedAt() != null && Slug.of(level).equals(page.verdict()))
                .findFirst();
    }

    /** Whether the server said that there is no such page, and nothing wrong was found on what it showed instead. */
    public boolean absent() {
        return NO_SUCH_PAGE.contains(page.status()) && level().filter(Verdict.Level::flagged).isEmpty();
    }

    /** What came instead of the page at the last look; empty where it came. */
    public String trouble(Desk desk) {
        if (page.status() >= ANSWERED_WITH_ERROR) {
            return "HTTP " + page.status();
        }
        return page.failures() > 0 ? desk.say("web.pages.nothing-came") : "";
    }

    /** Whether it should have been looked at by now and waits for its turn. */
    public boolean due(Desk desk) {
        return desk.times().past(page.dueAt());
    }

    /** Its address; where the home page stands on the same host, without it. */
    public String address(Portal portal) {
        int path = portal.home().indexOf('/', portal.home().indexOf("//") + 2);
        String host = path < 0 ? portal.home() : portal.home().substring(0, path);
        return page.url().startsWith(host + "/") ? page.url().substring(host.length()) : page.url();
    }

    public String source() {
        return Slug.of(page.source());
    }

    /** Where it leads on the desk. */
    public String path() {
        return "/portals/" + page.portalId() + "/pages/" + page.id();
    }
}
