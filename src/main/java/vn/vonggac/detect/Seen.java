package vn.vonggac.detect;

import java.util.List;
import java.util.Optional;

import vn.vonggac.page.Change;
import vn.vonggac.page.PageContent;
import vn.vonggac.signature.Hit;

/**
 * What one view saw: the answer where there was an exchange, what the page says, how that differs from what is normal
 * where that is known, the signatures that matched, and what the page is about.
 */
public record Seen(String view, Optional<Answer> answer, PageContent content, Optional<Change> change,
        List<Hit> hits, Context context) {

    public Seen {
        hits = List.copyOf(hits);
    }
}
