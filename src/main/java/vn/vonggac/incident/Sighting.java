package vn.vonggac.incident;

import java.time.Instant;
import java.util.List;
import vn.vonggac.detect.Verdict;

/**
 * What a visit concluded about a page of a portal, whether it looked under every view, what it can show for it, whether
 * the page is the portal's home page, and whether it says again what it normally says.
 */
public record Sighting(String portal, String page, Instant at, Verdict verdict, boolean everyView,
        List<Exhibit> exhibits, boolean home, boolean wellAgain) {

    static final int LONGEST_PAGE = 4000;

    public Sighting {
        page = Lines.cut(page, LONGEST_PAGE);
        exhibits = List.copyOf(exhibits);
    }

    /** A visit that does not tell whether the page is as it was. */
    public Sighting(String portal, String page, Instant at, Verdict verdict, boolean everyView,
            List<Exhibit> exhibits, boolean home) {
        this(portal, page, at, verdict, everyView, exhibits, home, false);
    }

    /** A visit of any other page. */
    public Sighting(String portal, String page, Instant at, Verdict verdict, boolean everyView,
            List<Exhibit> exhibits) {
        this(portal, page, at, verdict, everyView, exhibits, false);
    }

    /** A visit of which nothing was kept. */
    public Sighting(String portal, String page, Instant at, Verdict verdict, boolean everyView) {
        this(portal, page, at, verdict, everyView, List.of());
    }

    boolean flagged() {
        return verdict.level().flagged();
    }

    boolean clean() {
        return verdict.level() == Verdict.Level.CLEAN;
    }
}
