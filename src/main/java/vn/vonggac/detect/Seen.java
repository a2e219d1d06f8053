package vn.vonggac.detect;

import java.util.List;
import java.util.Optional;
import vn.vonggac.page.Change;
import vn.vonggac.page.PageContent;
import vn.vonggac.signature.Hit;

/**
 * What one view saw: the trail of the exchange where there was one, what the page says, how that differs from what
 * is normal where that is known, the signatures that matched, what the page is about, and what its scripts would do.
 */
public record Seen(String view, Optional<Trail> trail, PageContent content, Optional<Change> change,
        List<Hit> hits, Context context, List<ScriptOutcome> scripts) {

    public Seen {
        hits = List.copyOf(hits);
        scripts = List.copyOf(scripts);
    }

    /** A page whose scripts do nothing worth telling. */
    public Seen(String view, Optional<Trail> trail, PageContent content, Optional<Change> change,
            List<Hit> hits, Context context) {
        this(view, trail, content, change, hits, context, List.of());
    }
}
