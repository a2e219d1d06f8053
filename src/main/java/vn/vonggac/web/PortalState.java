package vn.vonggac.web;

import java.util.Arrays;
import java.util.Optional;
import vn.vonggac.audit.Slug;

/** How a portal stands, the worst first: what a director reads from the door. */
public enum PortalState {
    COMPROMISED("bad"), SUSPICIOUS("warn"), UNREACHABLE("lost"), INCOMPLETE("unknown"), SAFE("ok"), WAITING(
            "clock"), PAUSED("pause");

    private final String symbol;

    PortalState(String symbol) {
        this.symbol = symbol;
    }

    static Optional<PortalState> named(String word) {
        return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst();
    }

    public String symbol() {
        return symbol;
    }

    public String word() {
        return Slug.of(this);
    }
}
