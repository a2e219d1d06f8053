package vn.vonggac.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.vonggac.incident.Exhibit;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.PageState;

/**
 * A page of an incident, with the first copy that each view brought home since it last came back, by the number of the
 * copy.
 */
public record ShownPage(String url, PageState state, Map<String, Integer> copies) {

    static List<ShownPage> of(Incident incident, List<Exhibit> exhibits) {
        Map<String, Map<String, Integer>> copies = new LinkedHashMap<>();
        for (int i : currentFirst(incident, exhibits)) {
            Exhibit exhibit = exhibits.get(i);
            copies.computeIfAbsent(exhibit.page(), unused -> new LinkedHashMap<>())
                    .putIfAbsent(exhibit.view(), i);
        }
        List<ShownPage> pages = new ArrayList<>();
        incident.pages().forEach((url, state) -> pages
                .add(new ShownPage(url, state, copies.getOrDefault(url, Map.of()))));
        return List.copyOf(pages);
    }

    /** The numbers of the exhibits, those of earlier times last. */
    static List<Integer> currentFirst(Incident incident, List<Exhibit> exhibits) {
        return IntStream.range(0, exhibits.size()).boxed()
                .sorted(Comparator.comparing(i -> !incident.timeline().current(exhibits.get(i).at())))
                .toList();
    }
}
