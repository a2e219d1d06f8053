package vn.vonggac.incident;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vonggac.incident.Silence.Matcher;
import vn.vonggac.page.Hosts;

/** The narrowest silence that would have kept quiet what one detector said of an incident. */
public final class Proposal {

    private Proposal() {}

    public static Matcher of(Incident incident, String detector) {
        List<Evidence> its = incident.evidence().stream()
                .filter(evidence -> evidence.finding().detector().equals(detector)).toList();
        Matcher matcher = Matcher.ALL.onPortal(incident.portal()).ofDetector(detector);
        String prefix = prefix(its.stream().map(Evidence::page).distinct().toList());
        matcher = prefix.isEmpty() ? matcher : matcher.underPage(prefix);
        Set<String> domains = common(its, evidence -> evidence.finding().hosts().stream()
                .map(Hosts::registrable));
        if (!domains.isEmpty()) {
            return matcher.planting(domains.iterator().next());
        }
        Set<String> quotes = common(its, evidence -> Stream.of(Cause.text(evidence.finding().quote()))
                .filter(text -> !text.isEmpty()));
        return quotes.isEmpty() ? matcher : matcher.quoting(quotes.iterator().next());
    }

    /** What all of them say. */
    private static Set<String> common(List<Evidence> evidence, Function<Evidence, Stream<String>> marks) {
        Set<String> all = evidence.stream().flatMap(marks).collect(Collectors.toSet());
        evidence.forEach(each -> all.retainAll(marks.apply(each).collect(Collectors.toSet())));
        return all;
    }

    /** One page itself; of several, the folder that holds them all; empty where that is the whole portal. */
    private static String prefix(List<String> pages) {
        if (pages.size() < 2) {
            return pages.stream().findFirst().orElse("");
        }
        String prefix = pages.getFirst();
        for (String page : pages) {
            while (!page.startsWith(prefix)) {
                prefix = prefix.substring(0, Math.max(0, prefix.lastIndexOf('/', prefix.length() - 2)) + 1);
            }
        }
        String folder = prefix.substring(0, prefix.lastIndexOf('/') + 1);
        return whole(folder) ? "" : folder;
    }

    private static boolean whole(String folder) {
        try {
            String path = URI.create(folder).getPath();
            return path == null || path.length() < 2;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
