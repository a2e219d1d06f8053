package vn.vonggac.corpus;

import java.time.Instant;
import java.util.List;

/** What the index has of a version, besides its words. */
public record Held(long source, List<String> views, String verdict, Instant seenFrom, Instant seenTo,
        boolean stillThere) {

    public Held {
        views = List.copyOf(views);
    }
}
