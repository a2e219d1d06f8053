package vn.vonggac.incident;

import java.time.Instant;
import java.util.Optional;

/**
 * A page in an incident: when it first and last showed it, and since then when it was last found clean, under any
 * view and under all of them, and when it first said again what it normally says.
 */
public record PageState(Instant firstSeen, Instant lastSeen, Optional<Instant> cleanAt,
        Optional<Instant> provedAt, Optional<Instant> restoredAt) {

    static PageState shown(Instant at) {
        return new PageState(at, at, Optional.empty(), Optional.empty(), Optional.empty());
    }

    PageState shownAgain(Instant at) {
        return new PageState(firstSeen, at, Optional.empty(), Optional.empty(), Optional.empty());
    }

    PageState clean(Instant at, boolean everyView, boolean wellAgain) {
        return new PageState(firstSeen, lastSeen, Optional.of(at), everyView ? Optional.of(at) : provedAt,
                restoredAt.or(() -> Optional.of(at).filter(now -> wellAgain)));
    }

    public boolean dirty() {
        return cleanAt.isEmpty();
    }

    boolean provedSince(Instant moment) {
        return provedAt.filter(at -> at.isAfter(moment)).isPresent();
    }
}
