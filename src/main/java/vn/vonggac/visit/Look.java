package vn.vonggac.visit;

import java.util.List;
import java.util.Optional;
import vn.vonggac.detect.Around;
import vn.vonggac.detect.PortalFacts;
import vn.vonggac.page.Baseline;
import vn.vonggac.page.PageSource;
import vn.vonggac.page.PortalBaseline;

/**
 * One page to be judged: what each view brought home, the citizen's first, what it and its portal
 * normally say, what is known of the portal, what could have been looked at and was not, and what stands around it.
 */
public record Look(String url, List<Sight> sights, Optional<Baseline> baseline, PortalBaseline usual,
        PortalFacts portal, List<String> unseen, Around around) {

    /** Bytes nobody fetched, from a portal nobody knows. */
    public static Look given(PageSource source, Optional<Baseline> baseline) {
        return new Look(source.url(), List.of(Sight.given(source)), baseline, PortalBaseline.empty(),
                PortalFacts.UNKNOWN, List.of(), Around.NOTHING);
    }

    public Look {
        sights = List.copyOf(sights);
        unseen = List.copyOf(unseen);
    }
}
