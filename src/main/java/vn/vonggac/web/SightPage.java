package vn.vonggac.web;

import java.util.List;
import java.util.stream.IntStream;
import vn.vonggac.incident.Exhibit;

/** What a view saw of a page of an incident, beside what the page said when it was last well, and the way it came. */
public record SightPage(IncidentRow row, List<Exhibit> exhibits, int number, Sides sides) {

    public SightPage {
        exhibits = List.copyOf(exhibits);
    }

    public Exhibit exhibit() {
        return exhibits.get(number);
    }

    /** The exhibits of the same page, by their numbers. */
    public List<Integer> siblings() {
        return IntStream.range(0, exhibits.size())
                .filter(i -> exhibits.get(i).page().equals(exhibit().page())).boxed().toList();
    }
}
