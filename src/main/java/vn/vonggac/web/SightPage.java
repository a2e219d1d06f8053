package vn.vonggac.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vonggac.incident.Exhibit;
import vn.vonggac.page.Link;
import vn.vonggac.page.Row;

/**
 * What a view saw of a page of an incident, beside what the page said when it was last well: the blocks that differ,
 * the links that came, and the way it came. {@code whole} tells whether the kept copy could be read.
 */
public record SightPage(IncidentRow row, List<Exhibit> exhibits, int number, boolean whole,
        Optional<Instant> wellAt, String titleBefore, String titleNow, List<Row> rows, List<Link> links) {

    static final int MOST = 300;

    public SightPage {
        exhibits = List.copyOf(exhibits);
        rows = List.copyOf(rows);
        links = List.copyOf(links);
    }

    public Exhibit exhibit() {
        return exhibits.get(number);
    }

    /** The exhibits of the same page, by their numbers. */
    public List<Integer> siblings() {
        return java.util.stream.IntStream.range(0, exhibits.size())
                .filter(i -> exhibits.get(i).page().equals(exhibit().page())).boxed().toList();
    }
}
