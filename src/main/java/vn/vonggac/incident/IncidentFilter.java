package vn.vonggac.incident;

import java.util.Optional;
import java.util.Set;
import vn.vonggac.detect.Severity;

/**
 * Which incidents are asked for; an empty part asks for nothing in particular.
 *
 * @param agencies those whose portals are meant
 * @param assignee who took them
 * @param unreadBy who has not read what they last said
 * @param seenBy the view that showed it while whoever simply comes by sees nothing, or {@link #SOME}
 */
public record IncidentFilter(Which which, Optional<Status> status, Optional<Long> portal,
        Optional<Kind> kind, Optional<Severity> severity, Set<Long> agencies, Optional<String> assignee,
        Optional<String> unreadBy, Optional<String> seenBy) {

    /** Any view, where whoever simply comes by sees nothing: cloaking, whatever it hides. */
    public static final String SOME = "some";

    /** The heard ones among the active, all active ones, the closed ones, or all. */
    public enum Which {
        HEARD, ACTIVE, CLOSED, ALL
    }

    /** What a person should see first: active and not kept quiet. */
    public static final IncidentFilter QUEUE = of(Which.HEARD);

    public static final IncidentFilter ACTIVE = of(Which.ACTIVE);

    public IncidentFilter {
        agencies = Set.copyOf(agencies);
    }

    public static IncidentFilter of(Which which) {
        return of(which, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static IncidentFilter of(Which which, Optional<Status> status, Optional<Long> portal,
            Optional<Kind> kind) {
        return new IncidentFilter(which, status, portal, kind, Optional.empty(), Set.of(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    /** Every one that stands at this status, also what is kept quiet. */
    public static IncidentFilter at(Status status) {
        return of(Which.ALL, Optional.of(status), Optional.empty(), Optional.empty());
    }

    public static IncidentFilter activeOn(long portal) {
        return of(Which.ACTIVE, Optional.empty(), Optional.of(portal), Optional.empty());
    }

    public static IncidentFilter ofPortal(long portal) {
        return of(Which.ALL, Optional.empty(), Optional.of(portal), Optional.empty());
    }

    public static IncidentFilter closedOn(long portal) {
        return of(Which.CLOSED, Optional.empty(), Optional.of(portal), Optional.empty());
    }

    public IncidentFilter on(long wanted) {
        return new IncidentFilter(which, status, Optional.of(wanted), kind, severity, agencies, assignee,
                unreadBy, seenBy);
    }

    public IncidentFilter of(Kind wanted) {
        return new IncidentFilter(which, status, portal, Optional.of(wanted), severity, agencies, assignee,
                unreadBy, seenBy);
    }

    public IncidentFilter of(Severity wanted) {
        return new IncidentFilter(which, status, portal, kind, Optional.of(wanted), agencies, assignee,
                unreadBy, seenBy);
    }

    public IncidentFilter within(Set<Long> wanted) {
        return new IncidentFilter(which, status, portal, kind, severity, wanted, assignee, unreadBy,
                seenBy);
    }

    public IncidentFilter takenBy(String person) {
        return new IncidentFilter(which, status, portal, kind, severity, agencies, Optional.of(person),
                unreadBy, seenBy);
    }

    public IncidentFilter unreadBy(String person) {
        return new IncidentFilter(which, status, portal, kind, severity, agencies, assignee,
                Optional.of(person), seenBy);
    }

    public IncidentFilter seenBy(String view) {
        return new IncidentFilter(which, status, portal, kind, severity, agencies, assignee, unreadBy,
                Optional.of(view));
    }
}
