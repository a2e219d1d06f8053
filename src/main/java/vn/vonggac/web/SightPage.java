package vn.vonggac.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.vonggac.incident.Exhibit;

/**
 * What a view saw of a page of an incident, beside what the page said when it was last well, the way it came, and
 * the source around what was found.
 */
public record SightPage(IncidentRow row, List<Exhibit> exhibits, int number, Sides sides,
        Optional<Sides> citizen, List<SourcePart> source) {

    public SightPage {
        exhibits = List.copyOf(exhibits);
        source = List.copyOf(source);
    }

    /** Line by line how the page was, what a citizen saw and what this view saw; nothing where this view is theirs. */
    public List<Contrast> contrasts() {
        return citizen.map(theirs -> Contrast.of(theirs.rows(), sides.rows())).orElse(List.of());
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
