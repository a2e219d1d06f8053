package vn.vonggac.incident;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.vonggac.page.Hosts;

/** Why findings of several pages are one incident: the planted domains and the words that pages share. */
public record Ties(List<Tie> domains, List<Tie> texts) {

    private static final int MOST = 3;

    public Ties {
        domains = List.copyOf(domains);
        texts = List.copyOf(texts);
    }

    /** What so many pages have in common. */
    public record Tie(String mark, int pages) {}

    public static Ties of(Incident incident) {
        return new Ties(
                shared(incident, evidence -> evidence.finding().hosts().stream()
                        .map(host -> Hosts.registrable(host.toLowerCase(Locale.ROOT)))),
                shared(incident, evidence -> Stream.of(Cause.text(evidence.finding().quote()))));
    }

    public boolean none() {
        return domains.isEmpty() && texts.isEmpty();
    }

    private static List<Tie> shared(Incident incident, Function<Evidence, Stream<String>> marks) {
        Map<String, Set<String>> pages = new LinkedHashMap<>();
        incident.evidence().forEach(evidence -> marks.apply(evidence).filter(mark -> !mark.isEmpty())
                .forEach(mark -> pages.computeIfAbsent(mark, unused -> new LinkedHashSet<>())
                        .add(evidence.page())));
        return pages.entrySet().stream().map(entry -> new Tie(entry.getKey(), entry.getValue().size()))
                .filter(tie -> tie.pages() > 1).sorted(Comparator.comparing(Tie::pages).reversed())
                .limit(MOST).toList();
    }
}
