package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.vonggac.page.Baseline;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.PortalBaseline;

/** What pages and portals normally say, of those looked at most lately. What was flagged teaches nothing. */
@Singleton
final class Habits {

    private static final int MOST_PAGES = 2_000;
    private static final int MOST_PORTALS = 4_000;

    private final Map<Long, Baseline> pages = latest(MOST_PAGES);
    private final Map<Long, PortalBaseline> portals = latest(MOST_PORTALS);

    synchronized Optional<Baseline> of(FrontierPage page) {
        return Optional.ofNullable(pages.get(page.id()));
    }

    synchronized PortalBaseline of(Watched portal) {
        return portals.getOrDefault(portal.id(), PortalBaseline.empty());
    }

    synchronized void learn(Watched portal, FrontierPage page, PageContent content, Instant at) {
        pages.put(page.id(), pages.getOrDefault(page.id(), Baseline.empty()).learn(content, at));
        portals.put(portal.id(), of(portal).learn(content));
    }

    private static <V> Map<Long, V> latest(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, V> eldest) {
                return size() > most;
            }
        };
    }
}
