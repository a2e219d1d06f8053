package vn.vonggac.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vonggac.audit.Slug;
import vn.vonggac.corpus.Facet;
import vn.vonggac.corpus.Found;

/**
 * What a search shows: the hits and whether there are more than were counted, what they can be narrowed down to and were, how far back the index reaches, and what
 * was wrong with the query.
 */
public record SearchPage(Listing<Found.Hit> listing, boolean more, List<Group> groups, List<Choice> narrowed,
        Map<Long, String> portals, Optional<Instant> reach, long behind,
        Optional<Trouble> trouble) {

    public SearchPage {
        groups = List.copyOf(groups);
        narrowed = List.copyOf(narrowed);
        portals = Map.copyOf(portals);
    }

    /** The values of one facet. */
    public record Group(Facet facet, List<Choice> choices) {

        public Group {
            choices = List.copyOf(choices);
        }

        public String name() {
            return Slug.of(facet);
        }
    }

    /** One value, how many hits have it, and the address that narrows down to it or lets go of it. */
    public record Choice(String label, int hits, String address) {}

    /** Why the query was not run: the message, and the query cut where it goes wrong. */
    public record Trouble(String key, String before, String after) {}
}
