package vn.vonggac.fetch;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.KeyStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one target under one view, politely: it waits for the host's turn, minds the portal's budget and
 * obeys robots.txt where it is to be obeyed. Safe for any number of threads; blocks, so call it on virtual ones.
 */
@Singleton
public final class Fetcher implements AutoCloseable {

    private final FetchConfig config;
    private final InstantSource clock;
    private final Turns turns;
    private final Budget budget;
    private final Robots robots;
    private final Walk.Parts parts;
    private final Deadlines deadlines;

    @Inject
    public Fetcher(FetchConfig config, InstantSource clock) {
        this(config, clock, Resolver::system, null);
    }

    Fetcher(FetchConfig config, InstantSource clock, Resolver resolver, @Nullable KeyStore anchors) {
        this.config = config;
        this.clock = clock;
        turns = new Turns(config.pace(), clock);
        budget = new Budget(config.limits().hourly());
        robots = new Robots(config);
        parts = new Walk.Parts(config, new Gate(config, resolver),
                new Wire(config, new Certificates(anchors, clock)),
                turns, new Protection(), new Unpacking(config.limits()));
        deadlines = new Deadlines(this::tidy);
    }

    public FetchResult fetch(Target target, View view) {
        Walk walk = new Walk(parts, target, view, clock.instant(),
                bytes -> budget.spend(target.portal(), bytes, clock.instant()));
        if (obeysRobots(target)
                && !robots(target, view).map(file -> file.allows(target.url())).orElse(true)) {
            return walk.refused(Refused.Reason.ROBOTS, target.url());
        }
        if (!budget.isLeft(target.portal(), clock.instant())) {
            return walk.refused(Refused.Reason.BUDGET, target.portal());
        }
        try {
            return switch (turns.enter(target.paceKey(), target.purpose() == Target.Purpose.ASKED)) {
                case Pace.Turn.Go go -> run(walk, target);
                case Pace.Turn.Open open ->
                    walk.refused(Refused.Reason.CIRCUIT_OPEN, open.until().toString());
                case Pace.Turn.Rest rest -> walk.refused(Refused.Reason.PACE, rest.until().toString());
                case Pace.Turn.Busy busy -> walk.refused(Refused.Reason.PACE, target.paceKey());
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return walk.interrupted();
        }
    }

    /** The robots.txt of the target's host, as read not too long ago; empty where the URL is no host's. */
    public Optional<RobotsFile> robots(Target target, View view) {
        return Robots.urlFor(target.url()).map(url -> robots.of(url, clock.instant(),
                () -> fetch(
                        new Target(url, target.portal(), target.paceKey(), target.ports(), Optional.empty(),
                                Target.Purpose.ROBOTS),
                        view)));
    }

    /** When the host behind a pace key may be asked next, as far as is known now. */
    public Instant readyAt(String paceKey) {
        return turns.readyAt(paceKey);
    }

    /** The address ranges that the operator lets through the gate. */
    public List<String> allowed() {
        return parts.gate().allowed();
    }

    private FetchResult run(Walk walk, Target target) throws InterruptedException {
        long start = System.nanoTime();
        Aftermath aftermath = Aftermath.NOTHING;
        try (Deadlines.Watch watch = deadlines.watch(config.limits().deadline())) {
            FetchResult result = walk.run(watch);
            aftermath = Aftermath.of(result, clock.instant());
            return result;
        } finally {
            turns.done(target.paceKey(), java.time.Duration.ofNanos(System.nanoTime() - start),
                    aftermath.outcome(),
                    aftermath.retryAfter(), robots.delay(target.url()));
        }
    }

    private boolean obeysRobots(Target target) {
        return switch (target.purpose()) {
            case DISCOVERY -> true;
            case LISTED, ASKED -> !config.lookDespiteRobots();
            case ROBOTS, PROBE -> false;
        };
    }

    private void tidy() {
        Instant now = clock.instant();
        parts.wire().tidy();
        turns.tidy();
        budget.tidy(now);
    }

    /** Connections in use at this moment. */
    int open() {
        return parts.wire().open();
    }

    @PreDestroy
    @Override
    public void close() {
        deadlines.close();
        parts.gate().close();
        parts.wire().close();
    }
}
