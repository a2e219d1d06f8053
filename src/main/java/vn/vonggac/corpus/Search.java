package vn.vonggac.corpus;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is looked for: a query in the language of the signatures, over which agencies (none named: all), narrowed
 * down by facets, seen since when, only what is still there, and which stretch of the hits.
 */
public record Search(String query, Optional<Set<Long>> agencies, Map<Facet, String> narrowed,
        Optional<Instant> since, boolean stillThere, int size, int skip) {

    private static final int MOST = 200;
    private static final int FARTHEST = 1_000_000;

    public Search {
        agencies = agencies.map(Set::copyOf);
        narrowed = Map.copyOf(narrowed);
        size = Math.clamp(size, 1, MOST);
        skip = Math.clamp(skip, 0, FARTHEST);
    }

    public static Search everywhere(String query) {
        return new Search(query, Optional.empty(), Map.of(), Optional.empty(), false, 50, 0);
    }

    public Search within(Set<Long> agencyIds) {
        return new Search(query, Optional.of(agencyIds), narrowed, since, stillThere, size, skip);
    }

    public Search onPortal(long portalId) {
        return narrow(Facet.PORTAL, Long.toString(portalId));
    }

    public Search narrow(Facet facet, String value) {
        Map<Facet, String> more = new EnumMap<>(Facet.class);
        more.putAll(narrowed);
        more.put(facet, value);
        return new Search(query, agencies, more, since, stillThere, size, skip);
    }

    public Search since(Instant moment) {
        return new Search(query, agencies, narrowed, Optional.of(moment), stillThere, size, skip);
    }

    public Search whatIsStillThere() {
        return new Search(query, agencies, narrowed, since, true, size, skip);
    }

    public Search page(int hits, int after) {
        return new Search(query, agencies, narrowed, since, stillThere, hits, after);
    }
}
