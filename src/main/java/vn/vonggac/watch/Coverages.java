package vn.vonggac.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How completely each portal is looked at; falling behind is said, when it begins and when it is over. */
@Singleton
public final class Coverages {

    private static final Logger LOG = LoggerFactory.getLogger(Coverages.class);

    private final ReachRows rows;
    private final Spending spending;
    private final WatchedPortals portals;
    private final WatchConfig config;
    private final BudgetConfig budget;
    private final InstantSource time;
    private volatile List<Reach> active = List.of();
    private volatile Set<Long> below = Set.of();

    Coverages(ReachRows rows, Spending spending, WatchedPortals portals, WatchConfig config,
            BudgetConfig budget, MeterRegistry registry, InstantSource time) {
        this.rows = rows;
        this.spending = spending;
        this.portals = portals;
        this.config = config;
        this.budget = budget;
        this.time = time;
        gauge(registry, "pages", "Pages of watched portals that are known", Reach::pages);
        gauge(registry, "unseen", "Of these, never looked at", Reach::unseen);
        gauge(registry, "overdue", "Of these, not looked at within the time in which every page shall be",
                Reach::overdue);
        Gauge.builder("vonggac.coverage.below", () -> below.size())
                .description("Portals with too many pages overdue").register(registry);
    }

    private void gauge(MeterRegistry registry, String name, String what, ToLongFunction<Reach> number) {
        Gauge.builder("vonggac.coverage." + name, () -> active.stream().mapToLong(number).sum())
                .description(what).register(registry);
    }

    public Coverage of(long portal) {
        Instant now = time.instant();
        Reach reach = rows.of(portal, since(now)).orElse(Reach.nothing(portal));
        return Coverage.of(reach, config.everyPage(), now, spending.spent(portal, now),
                new Cost(budget.requests(), budget.bytes()));
    }

    /** The portals with too many pages overdue, as counted last. */
    Set<Long> below() {
        return below;
    }

    /** Counts anew. */
    void count() {
        Instant now = time.instant();
        Set<Long> watched = portals.active(now).stream().map(Watched::id).collect(Collectors.toSet());
        active = rows.all(since(now)).stream().filter(reach -> watched.contains(reach.portalId())).toList();
        Set<Long> behind = active.stream().filter(Coverage::below).map(Reach::portalId)
                .collect(Collectors.toUnmodifiableSet());
        active.stream().filter(reach -> behind.contains(reach.portalId()))
                .filter(reach -> !below.contains(reach.portalId()))
                .forEach(reach -> LOG.error("Of the {} pages of portal {}, {} were not looked at within {}",
                        reach.pages(), reach.portalId(), reach.overdue(), config.everyPage()));
        below.stream().filter(portal -> !behind.contains(portal))
                .forEach(portal -> LOG.info("The pages of portal {} are looked at in time again", portal));
        below = behind;
    }

    private Instant since(Instant now) {
        return now.minus(config.everyPage());
    }
}
