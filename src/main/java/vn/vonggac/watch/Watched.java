package vn.vonggac.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A portal as the watch sees it: where it begins, how often its home page is looked at, which addresses belong to
 * it, what its operator trusts, whether it was granted the trust label, and whether
 * its owner allowed harmless questions.
 */
record Watched(long id, long agency, String name, String home, Duration rhythm, boolean paused,
        Predicate<String> inScope, Set<String> trustedHosts, boolean labelled,
        boolean authorised) {

    private static final Duration LONGEST_TURN = Duration.ofMinutes(10);

    /** How often the portal has its turn: the rhythm, or a fraction of it that is short enough for other pages. */
    Duration turn() {
        long parts = 1 + (rhythm.toMillis() - 1) / LONGEST_TURN.toMillis();
        return rhythm.dividedBy(parts);
    }

    /** Turns come on the beat, visits begin a little after it: a home page that is due before the next turn is due. */
    boolean due(FrontierPage home, Instant now) {
        Instant last = home.visitedAt();
        Instant byRhythm = last == null ? home.dueAt() : last.plus(rhythm);
        Instant due = byRhythm.isBefore(home.dueAt()) ? byRhythm : home.dueAt();
        return !due.isAfter(now.plus(turn().multipliedBy(9).dividedBy(10)));
    }
}
