package vn.vonggac.incident;

import java.util.Optional;

/** Which incidents are asked for; an empty part asks for nothing in particular. */
public record IncidentFilter(Which which, Optional<Status> status, Optional<Long> portal,
        Optional<Kind> kind) {

    /** The heard ones among the active, all active ones, the closed ones, or all. */
    public enum Which {
        HEARD, ACTIVE, CLOSED, ALL
    }

    /** What a person should see first: active and not kept quiet. */
    public static final IncidentFilter QUEUE = new IncidentFilter(Which.HEARD, Optional.empty(),
            Optional.empty(), Optional.empty());

    public static final IncidentFilter ACTIVE = new IncidentFilter(Which.ACTIVE, Optional.empty(),
            Optional.empty(), Optional.empty());

    /** Every one that stands at this status, also what is kept quiet. */
    public static IncidentFilter at(Status status) {
        return new IncidentFilter(Which.ALL, Optional.of(status), Optional.empty(), Optional.empty());
    }

    public static IncidentFilter activeOn(long portal) {
        return new IncidentFilter(Which.ACTIVE, Optional.empty(), Optional.of(portal), Optional.empty());
    }

    public static IncidentFilter ofPortal(long portal) {
        return new IncidentFilter(Which.ALL, Optional.empty(), Optional.of(portal), Optional.empty());
    }
}
