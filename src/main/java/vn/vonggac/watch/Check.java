package vn.vonggac.watch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A look that somebody asked for, and how far it has come.
 *
 * @param id hard to guess, for its address
 * @param pages how many pages of the site at most, 1 for a page alone
 * @param earlier the check it is compared with, or empty
 * @param verdict the worst page's, as a word; empty until there is one
 */
public record Check(String id, String asker, Kind kind, String target, long portal, int pages, String earlier,
        State state, List<CheckStep> steps, String verdict, int findings, Instant createdAt,
        Optional<Instant> finishedAt, Instant expiresAt) {

    /** What is looked at. */
    public enum Kind {
        URL, TEXT, HTML, FILE
    }

    /** From asked for to forgotten. */
    public enum State {
        QUEUED, RUNNING, DONE, CANCELLED, FAILED, EXPIRED;

        boolean underWay() {
            return this == QUEUED || this == RUNNING;
        }
    }

    public Check {
        steps = List.copyOf(steps);
    }

    public boolean underWay() {
        return state.underWay();
    }

    public boolean site() {
        return pages > 1;
    }

    /** Whether it is something that is not published yet. */
    public boolean draft() {
        return kind != Kind.URL;
    }

    public Optional<CheckStep> lastStep() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
    }
}
