package vn.vonggac.incident;

import java.time.Instant;
import java.util.List;
import vn.vonggac.detect.Verdict;

/**
 * What a visit concluded about a page of a portal, whether it looked under every view, and what it can show for it.
 */
public record Sighting(String portal, String page, Instant at, Verdict verdict, boolean everyView,
        List<Exhibit> exhibits) {

    static final int LONGEST_PAGE = 4000;

    public Sighting {
        page = Lines.cut(page, LONGEST_PAGE);
        exhibits = List.copyOf(exhibits);
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
