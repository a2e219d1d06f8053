package vn.vonggac.corpus;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What is looked for: a query in the language of the signatures, over which agencies (none named: all), on which
 * portal, seen since when, only what is still there, and which stretch of the hits.
 */
public record Search(String query, Optional<Set<Long>> agencies, Optional<Long> portal,
        Optional<Instant> since,
        boolean stillThere, int size, int skip) {

    private static final int MOST = 200;

    public Search {
        agencies = agencies.map(Set::copyOf);
        size = Math.clamp(size, 1, MOST);
        skip = Math.clamp(skip, 0, 10_000);
    }

    public static Search everywhere(String query) {
        return new Search(query, Optional.empty(), Optional.empty(), Optional.empty(), false, 50, 0);
    }

    public Search within(Set<Long> agencyIds) {
        return new Search(query, Optional.of(agencyIds), portal, since, stillThere, size, skip);
    }

    public Search onPortal(long portalId) {
        return new Search(query, agencies, Optional.of(portalId), since, stillThere, size, skip);
    }

    public Search since(Instant moment) {
        return new Search(query, agencies, portal, Optional.of(moment), stillThere, size, skip);
    }

    public Search whatIsStillThere() {
        return new Search(query, agencies, portal, since, true, size, skip);
    }

    public Search page(int hits, int after) {
        return new Search(query, agencies, portal, since, stillThere, hits, after);
    }
}
