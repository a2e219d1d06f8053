package vn.vonggac.incident;

import java.time.Instant;
import vn.vonggac.audit.Slug;

/** A line in the log of an incident: who did what, when, with which words. Written once, never changed. */
public record Step(Instant at, String actor, Deed deed, String note) {

    /** The service itself, where no person acted. */
    public static final String SERVICE = "vonggac";

    /** What was done. */
    public enum Deed {
        RAISED, RAISED_BY_HAND, CAME_BACK, SEEN_ON_PAGE, GREW, WORSENED, CONFIRMED, CAME_CLEAN_ONCE, ACKNOWLEDGED, CLEAN_ROUND, CONTAINED, RECURRED, CLOSED, REOPENED, SEVERITY_SET, GRAVITY_SET, SILENCED, UNSILENCED, INHIBITED, NOTED, CLOCK_STOPPED, VISIT_ASKED, JOINED_CAMPAIGN, LEFT_CAMPAIGN, SPLIT, SPLIT_OFF, ASSIGNED, PLAYBOOK, NOTICED;

        public String id() {
            return Slug.of(this);
        }
    }

    static Step byService(Instant at, Deed deed, String note) {
        return new Step(at, SERVICE, deed, note);
    }
}
