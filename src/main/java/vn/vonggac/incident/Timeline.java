package vn.vonggac.incident;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The moments that matter: {@code t0} is the minute of the first visit that showed it, {@code grewAt} when it last
 * said something new, {@code cleanRounds} when every page was found clean under all views, one after another,
 * {@code restoredAt} when every page said again what it normally says, or a person said so, {@code earlier} how often
 * it was over before it came back: each time has its own T0.
 */
public record Timeline(Instant t0, Instant lastSeen, Instant grewAt, int sightings,
        List<Instant> cleanRounds, Optional<Instant> closedAt, Optional<Instant> restoredAt,
        List<Bout> earlier) {

    public Timeline {
        cleanRounds = List.copyOf(cleanRounds);
        earlier = List.copyOf(earlier);
    }

    static Timeline startingAt(Instant at) {
        return new Timeline(minute(at), at, at, 1, List.of(), Optional.empty(), Optional.empty(),
                List.of());
    }

    private static Instant minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }

    Timeline seen(Instant at, boolean grown) {
        return new Timeline(t0, at, grown ? at : grewAt, sightings + 1, List.of(), closedAt,
                Optional.empty(), earlier);
    }

    Timeline cleanRound(Instant at) {
        return new Timeline(t0, lastSeen, grewAt, sightings,
                Stream.concat(cleanRounds.stream(), Stream.of(at)).toList(), closedAt, restoredAt,
                earlier);
    }

    Timeline restored(Instant at) {
        return new Timeline(t0, lastSeen, grewAt, sightings, cleanRounds, closedAt, Optional.of(at), earlier);
    }

    Timeline closed(Optional<Instant> at) {
        return new Timeline(t0, lastSeen, grewAt, sightings, cleanRounds, at, restoredAt, earlier);
    }

    /** Everything is counted from now on; what was is kept beside it. */
    Timeline comingBack(Instant at) {
        Bout over = new Bout(t0, lastSeen, closedAt.orElse(lastSeen));
        return new Timeline(minute(at), at, at, 0, List.of(), closedAt, Optional.empty(),
                Stream.concat(earlier.stream(), Stream.of(over)).toList());
    }

    /** After this moment a clean visit counts for the next round. */
    Instant roundStart() {
        return cleanRounds.isEmpty() ? lastSeen : cleanRounds.getLast();
    }

    /** Whether it is of this time, and not of one before it came back. */
    public boolean current(Instant at) {
        return earlier.isEmpty() || !at.isBefore(t0);
    }

    /** What was done since it came back, of all that was done. */
    public List<Step> current(List<Step> log) {
        return log.stream().filter(step -> current(step.at())).toList();
    }
}
