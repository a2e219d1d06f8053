package vn.vonggac.detect;

import java.util.List;
import java.util.Optional;

/**
 * What detectors look at: one page at one moment under every view it was seen by, first the one a citizen has, and
 * what is known of its portal.
 */
public record Observation(String url, List<Seen> views, PortalFacts portal) {

    public Observation {
        views = List.copyOf(views);
    }

    public Seen citizen() {
        return views.getFirst();
    }

    public Optional<Seen> view(String id) {
        return views.stream().filter(seen -> seen.view().equals(id)).findFirst();
    }
}
