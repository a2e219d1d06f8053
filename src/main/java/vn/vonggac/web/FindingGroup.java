package vn.vonggac.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.Finding;
import vn.vonggac.incident.Evidence;

/**
 * What one detector found in an incident, told once: the strongest finding speaks for all.
 *
 * @param quotes the different things it quotes, the strongest first
 */
public record FindingGroup(String detector, Finding strongest, List<Evidence> all, List<String> quotes,
        List<String> views, List<String> hosts, int pages) {

    private static final int FIRST = 2;
    /** No page holds it: a server that answers what does not exist has another remedy than its family. */
    private static final String ON_NO_PAGE = "made-up-address";

    public FindingGroup {
        all = List.copyOf(all);
        quotes = List.copyOf(quotes);
        views = List.copyOf(views);
        hosts = List.copyOf(hosts);
    }

    /** The word for what is to be done about it. */
    String remedy() {
        return detector.equals(ON_NO_PAGE) ? ON_NO_PAGE : Slug.of(strongest.family());
    }

    /** The groups of an incident, the one that weighs most first. */
    static List<FindingGroup> of(List<Evidence> evidence) {
        Map<String, List<Evidence>> byDetector = new LinkedHashMap<>();
        evidence.forEach(each -> byDetector
                .computeIfAbsent(each.finding().detector(), unused -> new ArrayList<>()).add(each));
        return byDetector.values().stream().map(FindingGroup::group)
                .sorted(Comparator.comparing(FindingGroup::strongest, WEIGHT)).toList();
    }

    private static final Comparator<Finding> WEIGHT = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::confidence).reversed();

    private static FindingGroup group(List<Evidence> evidence) {
        List<Evidence> all = evidence.stream().sorted(Comparator.comparing(Evidence::finding, WEIGHT))
                .toList();
        Set<String> quotes = new LinkedHashSet<>();
        Set<String> views = new LinkedHashSet<>();
        Set<String> hosts = new LinkedHashSet<>();
        all.forEach(each -> {
            quotes.add(each.finding().quote().strip());
            views.add(each.finding().view());
            hosts.addAll(each.finding().hosts());
        });
        quotes.remove("");
        views.remove("");
        Finding strongest = all.getFirst().finding();
        return new FindingGroup(strongest.detector(), strongest, all, List.copyOf(quotes),
                List.copyOf(views), List.copyOf(hosts),
                (int) all.stream().map(Evidence::page).distinct().count());
    }

    /** What stands there before anybody asks for all. */
    public List<String> firstQuotes() {
        return quotes.stream().limit(FIRST).toList();
    }
}
