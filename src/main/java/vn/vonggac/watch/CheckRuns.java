package vn.vonggac.watch;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out checks, so many at once, each on a virtual thread of its own; their queue is their table, so that any
 * node takes them and a kill loses none. A heart of its own keeps them alive, begins again what nobody keeps alive,
 * and lets go what is old.
 */
@Singleton
final class CheckRuns implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(CheckRuns.class);
    private static final int BEATS_A_SILENCE = 5;

    private final CheckRows rows;
    private final CheckParts parts;
    private final CheckLog log;
    private final CheckVisits visits;
    private final CheckConfig config;
    private final InstantSource time;
    private final Map<String, CheckRow> running = new ConcurrentHashMap<>();
    private final ScheduledExecutorService heart = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("checks").daemon().factory());
    private volatile boolean stopped;

    CheckRuns(CheckRows rows, CheckParts parts, CheckLog log, CheckVisits visits, CheckConfig config,
            InstantSource time) {
        this.rows = rows;
        this.parts = parts;
        this.log = log;
        this.visits = visits;
        this.config = config;
        this.time = time;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        long pause = config.silentAfter().toMillis() / BEATS_A_SILENCE;
        heart.scheduleWithFixedDelay(this::beat, 0, Math.max(1, pause), TimeUnit.MILLISECONDS);
    }

    void beat() {
        try {
            Instant now = time.instant();
            if (!running.isEmpty()) {
                rows.alive(running.keySet(), now);
            }
            Instant silentSince = now.minus(config.silentAfter());
            long again = rows.beginAgain(silentSince, config.attempts());
            long lost = rows.giveUp(silentSince, config.attempts(), now);
            if (again + lost > 0) {
                LOG.warn("{} checks without a sign of life are begun again, {} given up", again, lost);
            }
            letGo(now);
            begin();
        } catch (RuntimeException e) {
            LOG.error("A heartbeat of the checks failed; the next one comes", e);
        }
    }

    /** What a result said is let go when it is old; that there was one is known as long again. */
    private void letGo(Instant now) {
        parts.removeGiven();
        if (rows.expire(now) > 0) {
            parts.removeExpired();
        }
        rows.forget(now.minus(config.keep()));
    }

    /** Begins what waits, as far as there is room. */
    synchronized void begin() {
        while (!stopped && running.size() < config.atOnce()) {
            Optional<CheckRow> next = take();
            if (next.isEmpty()) {
                return;
            }
            running.put(next.get().run(), next.get());
            Thread.ofVirtual().name("check-" + next.get().id()).start(() -> carryOut(next.get()));
        }
    }

    /** The eldest, unless another node has it already; sites leave room for single pages. */
    private Optional<CheckRow> take() {
        long sites = running.values().stream().filter(row -> row.pages() > 1).count();
        String run = PublicIds.fresh();
        return rows.next(sites < Math.max(1, config.atOnce() / 2))
                .filter(row -> rows.take(row.id(), run, time.instant()) == 1)
                .flatMap(row -> rows.findById(row.id()));
    }

    private void carryOut(CheckRow row) {
        try {
            CheckRun run = new CheckRun(row, log);
            lookAt(run);
        } catch (RuntimeException e) {
            LOG.error("Check {} broke", row.id(), e);
        } finally {
            running.remove(row.run());
            begin();
        }
    }

    private void lookAt(CheckRun run) {
        try {
            CheckResult result = visits.look(run);
            run.done(result);
        } catch (RuntimeException e) {
            LOG.error("Check {} of {} broke", run.row().id(), run.row().target(), e);
            run.failed();
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
        heart.shutdown();
    }
}
