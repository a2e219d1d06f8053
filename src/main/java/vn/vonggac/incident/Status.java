package vn.vonggac.incident;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import static vn.vonggac.incident.Action.ACKNOWLEDGE;
import static vn.vonggac.incident.Action.CLOSE;
import static vn.vonggac.incident.Action.CONFIRM;
import static vn.vonggac.incident.Action.CONTAIN;
import static vn.vonggac.incident.Action.DISMISS;
import static vn.vonggac.incident.Action.RECUR;
import static vn.vonggac.incident.Action.REOPEN;

/** How far an incident has come. */
public enum Status {
    SUSPECTED, OPEN, ACKNOWLEDGED, CONTAINED, CLOSED;

    private static final Map<Status, Map<Action, Status>> TABLE = new EnumMap<>(Map.of(
            SUSPECTED, Map.of(CONFIRM, OPEN, ACKNOWLEDGE, ACKNOWLEDGED, DISMISS, CLOSED),
            OPEN, Map.of(ACKNOWLEDGE, ACKNOWLEDGED, CONTAIN, CONTAINED, DISMISS, CLOSED),
            ACKNOWLEDGED, Map.of(CONTAIN, CONTAINED, DISMISS, CLOSED),
            CONTAINED, Map.of(RECUR, OPEN, CLOSE, CLOSED, DISMISS, CLOSED),
            CLOSED, Map.of(REOPEN, OPEN, RECUR, SUSPECTED)));

    /** Where the action leads, or nothing where it is not allowed. */
    public Optional<Status> after(Action action) {
        return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(action));
    }

    public boolean active() {
        return this != CLOSED;
    }
}
