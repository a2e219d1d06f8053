package vn.vonggac.page;

import java.util.List;
import java.util.Set;

/**
 * What of a page is new to its portal: hosts that no page ever led to, how unexpected its template is, and how
 * unexpected its words are, from 0 for what is ordinary there to 1, with the words themselves. Of a page that is known
 * only what came into it.
 */
public record Novelty(Set<String> hosts, double template, double wording, List<String> words) {

    public static final Novelty NONE = new Novelty(Set.of(), 0, 0, List.of());

    public Novelty {
        hosts = Set.copyOf(hosts);
        words = List.copyOf(words);
    }
}
