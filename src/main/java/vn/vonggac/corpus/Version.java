package vn.vonggac.corpus;

import java.time.Instant;
import java.util.Optional;
import vn.vonggac.page.Change;
import vn.vonggac.page.PageContent;

/**
 * What a page of a portal said under a view, from when on. The same {@code hash} of the same page and view is the
 * same version.
 */
public record Version(long portal, long agency, String url, String view, String hash, Instant seenAt,
        String verdict, PageContent content, Optional<Change> change) {

    String page() {
        return portal + "\n" + view + "\n" + url;
    }

    String id() {
        return page() + "\n" + hash;
    }
}
