package vn.vonggac.incident;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.vonggac.detect.Finding;
import vn.vonggac.page.Hosts;

/** What ties findings together: their kinds, the registrable domains they plant, and the words they quote. */
public record Cause(Set<Kind> kinds, Set<String> domains, Set<String> texts) {

    private static final int MOST = 500;
    private static final int SHORTEST_TEXT = 6;
    private static final int LONGEST_TEXT = 120;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    public Cause {
        kinds = Set.copyOf(kinds);
        domains = bounded(domains);
        texts = bounded(texts);
    }

    static Cause of(Set<Kind> kinds, Collection<Finding> findings) {
        Set<String> domains = findings.stream().flatMap(finding -> finding.hosts().stream())
                .map(host -> Hosts.registrable(host.toLowerCase(Locale.ROOT)))
                .filter(domain -> !domain.isEmpty()).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> texts = findings.stream().map(finding -> text(finding.quote()))
                .filter(text -> text.length() >= SHORTEST_TEXT)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Cause(kinds, domains, texts);
    }

    /** A quote as it is compared: words alone, in one case, without what differs from copy to copy. */
    static String text(String quote) {
        String words = words(quote);
        return words.length() > LONGEST_TEXT ? words.substring(0, LONGEST_TEXT) : words;
    }

    static String words(String quote) {
        return NO_WORD.matcher(Normalizer.normalize(quote, Normalizer.Form.NFKC)).replaceAll(" ").strip()
                .toLowerCase(Locale.ROOT);
    }

    boolean sharesDomain(Cause other) {
        return !Collections.disjoint(domains, other.domains);
    }

    boolean sharesText(Cause other) {
        return !Collections.disjoint(texts, other.texts);
    }

    boolean sharesKind(Cause other) {
        return !Collections.disjoint(kinds, other.kinds);
    }

    boolean covers(Cause other) {
        return kinds.containsAll(other.kinds) && domains.containsAll(other.domains)
                && texts.containsAll(other.texts);
    }

    Cause plus(Cause other) {
        return new Cause(union(kinds, other.kinds), union(domains, other.domains), union(texts, other.texts));
    }

    private static Set<String> bounded(Set<String> values) {
        Set<String> first = new LinkedHashSet<>();
        values.stream().limit(MOST).forEach(first::add);
        return Collections.unmodifiableSet(first);
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }
}
