package vn.vonggac.corpus;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who ever said what a query asks for: portal by portal, the earliest first, and how far back the index reaches. */
public record Hunted(List<OnPortal> portals, long versions, Optional<Instant> reach) {

    static final Hunted NOTHING = new Hunted(List.of(), 0, Optional.empty());

    public Hunted {
        portals = List.copyOf(portals);
    }

    /** How many pages in all. */
    public long pages() {
        return portals.stream().mapToLong(OnPortal::pages).sum();
    }

    /** How many pages said it when they were last looked at. */
    public long stillThere() {
        return portals.stream().mapToLong(OnPortal::stillThere).sum();
    }

    /** One portal's share: pages that said it, that still do, when first and last, and first sightings by month. */
    public record OnPortal(long portal, int pages, int stillThere, Instant first, Instant last,
            Map<YearMonth, Integer> months) {

        public OnPortal {
            months = java.util.Collections.unmodifiableMap(new TreeMap<>(months));
        }
    }
}
