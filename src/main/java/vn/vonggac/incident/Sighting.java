package vn.vonggac.incident;

import java.time.Instant;
import vn.vonggac.detect.Verdict;

/** What a visit concluded about a page of a portal, and whether it looked under every view. */
public record Sighting(String portal, String page, Instant at, Verdict verdict, boolean everyView) {

    private static final int LONGEST_PAGE = 4000;

    public Sighting {
        page = Lines.cut(page, LONGEST_PAGE);
    }

    boolean flagged() {
        return verdict.level().flagged();
    }

    boolean clean() {
        return verdict.level() == Verdict.Level.CLEAN;
    }
}
