package vn.vonggac.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vonggac.page.Change;
import vn.vonggac.page.Link;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.Row;

/**
 * Two versions of a page side by side: the blocks that differ and the links that came. {@code whole} tells whether the
 * kept copy could be read, {@code wellAt} when the other side was last seen, empty where there is none.
 */
public record Sides(boolean whole, Optional<Instant> wellAt, String titleBefore, String titleNow,
        List<Row> rows, List<Link> links) {

    public Sides {
        rows = List.copyOf(rows);
        links = List.copyOf(links);
    }

    static Sides of(Optional<Instant> wellAt, PageContent before, Optional<PageContent> now,
            Optional<Change> change) {
        return new Sides(now.isPresent(), wellAt, before.title(), now.map(PageContent::title).orElse(""),
                change.map(Change::rows).orElse(List.of()),
                change.map(Change::addedLinks).orElse(List.of()));
    }
}
