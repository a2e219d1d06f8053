package vn.vonggac.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vonggac.incident.Exhibit;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.PageState;

/** A page of an incident, with the first copy that each view brought home, by the number of the copy. */
public record ShownPage(String url, PageState state, Map<String, Integer> copies) {

    static List<ShownPage> of(Incident incident, List<Exhibit> exhibits) {
        Map<String, Map<String, Integer>> copies = new LinkedHashMap<>();
        for (int i = 0; i < exhibits.size(); i++) {
            Exhibit exhibit = exhibits.get(i);
            copies.computeIfAbsent(exhibit.page(), unused -> new LinkedHashMap<>())
                    .putIfAbsent(exhibit.view(), i);
        }
        List<ShownPage> pages = new ArrayList<>();
        incident.pages().forEach((url, state) -> pages
                .add(new ShownPage(url, state, copies.getOrDefault(url, Map.of()))));
        return List.copyOf(pages);
    }
}
