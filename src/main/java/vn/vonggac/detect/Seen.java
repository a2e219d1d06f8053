package vn.vonggac.detect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.vonggac.page.Change;
import vn.vonggac.page.Lesson;
import vn.vonggac.page.Novelty;
import vn.vonggac.page.PageContent;
import vn.vonggac.signature.Hit;

/**
 * What one view saw: the trail of the exchange where there was one, what the page says, how that differs from what
 * is normal where that is known, what of it is new to the portal, the signatures that matched, what the page is about,
 * and what its scripts would do.
 */
public record Seen(String view, Optional<Trail> trail, PageContent content, Optional<Change> change,
        Novelty novelty, List<Hit> hits, Context context, List<ScriptOutcome> scripts) {

    public Seen {
        hits = List.copyOf(hits);
        scripts = List.copyOf(scripts);
    }

    /** A page of no known portal whose scripts do nothing worth telling. */
    public Seen(String view, Optional<Trail> trail, PageContent content, Optional<Change> change,
            List<Hit> hits, Context context) {
        this(view, trail, content, change, Novelty.NONE, hits, context, List.of());
    }

    /** The same under another view. */
    public Seen by(String other) {
        return new Seen(other, trail, content, change, novelty, hits, context, scripts);
    }

    /** What it teaches, where it is clean. */
    public Lesson lesson() {
        return new Lesson(content, change, hits.stream().map(Hit::signature).collect(Collectors.toSet()));
    }
}
