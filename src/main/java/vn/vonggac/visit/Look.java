package vn.vonggac.visit;

import java.util.List;
import java.util.Optional;
import vn.vonggac.detect.PortalFacts;
import vn.vonggac.page.Baseline;

/**
 * One page to be judged: what each view brought home, the citizen's first, what is known of it and its portal, and
 * what could have been looked at and was not.
 */
public record Look(String url, List<Sight> sights, Optional<Baseline> baseline, PortalFacts portal,
        List<String> unseen) {

    public Look {
        sights = List.copyOf(sights);
        unseen = List.copyOf(unseen);
    }
}
