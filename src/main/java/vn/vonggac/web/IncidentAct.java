package vn.vonggac.web;

import java.util.Arrays;
import java.util.Optional;
import vn.vonggac.audit.Slug;
import vn.vonggac.incident.Action;
import vn.vonggac.incident.Status;

/** What a person can do to an incident from its page. */
public enum IncidentAct {
    ACKNOWLEDGE(Action.ACKNOWLEDGE), CLOSE(Action.DISMISS), REOPEN(Action.REOPEN), SEVERITY(null), GRAVITY(
            null), REPORTED(null), NOTE(
                    null), LOOK_AGAIN(
                            null), ASSIGN(null), RESTORED(
                                    null), SPLIT_PAGES(null), SPLIT_DETECTOR(null), TICK(null);

    private final Optional<Action> moves;

    IncidentAct(@org.jspecify.annotations.Nullable Action moves) {
        this.moves = Optional.ofNullable(moves);
    }

    static Optional<IncidentAct> named(String word) {
        return Arrays.stream(values()).filter(act -> Slug.of(act).equals(word)).findFirst();
    }

    /** Whether an incident that stands there can be treated so. */
    public boolean allowed(Status status) {
        return moves.map(move -> status.after(move).isPresent()).orElse(status.active());
    }

    /** Whether it says how the incident stands from now on. */
    boolean decides() {
        return switch (this) {
            case ACKNOWLEDGE, CLOSE, REOPEN, SEVERITY, GRAVITY, ASSIGN, RESTORED -> true;
            case REPORTED, NOTE, LOOK_AGAIN, SPLIT_PAGES, SPLIT_DETECTOR, TICK -> false;
        };
    }

    public String word() {
        return Slug.of(this);
    }
}
