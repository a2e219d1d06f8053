package vn.vonggac.incident;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * The moments that matter: {@code t0} is the minute of the first visit that showed it, {@code grewAt} when it last
 * said something new, {@code cleanRounds} when every page was found clean under all views, one after another.
 */
public record Timeline(Instant t0, Instant lastSeen, Instant grewAt, int sightings,
        List<Instant> cleanRounds) {

    public Timeline {
        cleanRounds = List.copyOf(cleanRounds);
    }

    static Timeline startingAt(Instant at) {
        return new Timeline(at.truncatedTo(ChronoUnit.MINUTES), at, at, 1, List.of());
    }

    Timeline seen(Instant at, boolean grown) {
        return new Timeline(t0, at, grown ? at : grewAt, sightings + 1, List.of());
    }

    Timeline cleanRound(Instant at) {
        return new Timeline(t0, lastSeen, grewAt, sightings,
                Stream.concat(cleanRounds.stream(), Stream.of(at)).toList());
    }

    /** After this moment a clean visit counts for the next round. */
    Instant roundStart() {
        return cleanRounds.isEmpty() ? lastSeen : cleanRounds.getLast();
    }
}
