package vn.vonggac.signature;

import java.util.List;
import java.util.Optional;
import vn.vonggac.page.Change;
import vn.vonggac.page.PageContent;

/** The set of signatures in force, matched against one page at a time. */
public interface Signatures {

    /** Every hit on the page, and on what is new on it where a change is known. */
    List<Hit> match(PageContent content, Optional<Change> change);

    /** Changes whenever any signature does. */
    String version();

    int count();
}
