package vn.vonggac.detect;

import java.util.List;
import java.util.Optional;

/**
 * What detectors look at: one page at one moment under every view it was seen by, first the one a citizen has, what
 * is known of its portal, and what was found around it.
 */
public record Observation(String url, List<Seen> views, PortalFacts portal, Around around) {

    public Observation {
        views = List.copyOf(views);
    }

    /** A page of which only the content is known. */
    public Observation(String url, List<Seen> views, PortalFacts portal) {
        this(url, views, portal, Around.NOTHING);
    }

    public Seen citizen() {
        return views.getFirst();
    }

    public Optional<Seen> view(String id) {
        return views.stream().filter(seen -> seen.view().equals(id)).findFirst();
    }
}
