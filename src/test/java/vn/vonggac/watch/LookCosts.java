package vn.vonggac.watch;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.h2.jdbcx.JdbcConnectionPool;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.fetch.Target;
import vn.vonggac.fetch.Views;
import vn.vonggac.page.Hosts;
import vn.vonggac.visit.Visitor;

/** Processor time of the parts of a look that brings nothing new, beside a bare GET of the same page. */
final class LookCosts {

    /** As many as the bare client keeps connections to. */
    private static final int MOST = 20;
    private static final int WARM_UP = 10;
    private static final int TURNS = 15;
    private static final Duration FIRING = Duration.ofSeconds(5);

    private final TestInstallation installation;
    private final LongSupplier cpu;
    private final Instant now = Instant.now();

    LookCosts(TestInstallation installation, LongSupplier cpu) {
        this.installation = installation;
        this.cpu = cpu;
    }

    Map<String, Object> measure() throws IOException {
        List<Watched> still = still();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("portals whose home page brings nothing new", still.size());
        if (still.isEmpty()) {
            return figures;
        }
        try (CloseableHttpClient client = HttpClients.custom().build()) {
            List<Double> costs = costs(still,
                    List.of(portal -> bare(client, portal), this::unchanged, this::whole,
                            portal -> installation.bean(PortalRound.class).run(portal.id())));
            double bare = costs.get(0);
            double decided = costs.get(1) / 4;
            double whole = costs.get(2) / 4;
            double firing = firing();
            figures.put("bare GET, CPU ms", WatchLoad.round(bare));
            figures.put("fetch, hash, decision of an unchanged page, CPU ms a view",
                    WatchLoad.round(decided));
            figures.put("times a bare GET", WatchLoad.round(decided / bare));
            figures.put("with its storing, CPU ms a view", WatchLoad.round(whole));
            figures.put("a round in which nothing is due, CPU ms", WatchLoad.round(costs.get(3)));
            figures.put("a firing of the timetable, CPU ms", WatchLoad.round(firing));
            figures.put("scheduling and storing, CPU ms a round",
                    WatchLoad.round(4 * (whole - decided) + costs.get(3) + firing));
        }
        return figures;
    }

    /** Those of which all views bring the bytes that were judged. */
    private List<Watched> still() {
        return installation.bean(WatchedPortals.class).active(now).stream().limit(10 * MOST)
                .filter(portal -> unchanged(portal).isPresent()).limit(MOST).toList();
    }

    private interface Part {

        void of(Watched portal) throws IOException;
    }

    /**
     * The medians over some turns, in which the parts follow each other, after some that do not count. Portals are
     * looked at side by side, as the watch does it.
     */
    private List<Double> costs(List<Watched> portals, List<Part> parts) {
        List<List<Double>> turns = parts.stream().<List<Double>>map(part -> new ArrayList<>()).toList();
        for (int turn = 0; turn < WARM_UP + TURNS; turn++) {
            for (int part = 0; part < parts.size(); part++) {
                long before = cpu.getAsLong();
                sideBySide(portals, parts.get(part));
                turns.get(part).add((cpu.getAsLong() - before) / 1e6 / portals.size());
            }
        }
        return turns.stream().map(of -> of.subList(WARM_UP, of.size()).stream().sorted().toList()
                .get(TURNS / 2)).toList();
    }

    private static void sideBySide(List<Watched> portals, Part part) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Watched>> looks = portals.stream().<Callable<Watched>>map(portal -> () -> {
                part.of(portal);
                return portal;
            }).toList();
            for (Future<Watched> look : threads.invokeAll(looks)) {
                look.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bare(CloseableHttpClient client, Watched portal) throws IOException {
        client.execute(new HttpGet(portal.home()), answer -> EntityUtils.toByteArray(answer.getEntity()));
    }

    private Optional<?> unchanged(Watched portal) {
        FrontierPage home = installation.bean(Frontier.class).home(portal, now);
        Target target = new Target(home.url(), Long.toString(portal.id()), Hosts.of(home.url()),
                Looking.ports(portal), Optional.empty(), Target.Purpose.LISTED);
        Unchanged same = installation.bean(Unchanged.class);
        List<FetchResult> exchanges = installation.bean(Visitor.class)
                .fetch(same.since(target, home, now), List.copyOf(installation.bean(Views.class).all()));
        return same.runs(home, exchanges, now);
    }

    private void whole(Watched portal) {
        installation.bean(Looking.class).look(portal, installation.bean(Frontier.class).home(portal, now),
                false);
    }

    /** A timetable of its own, with rounds that do nothing. */
    private double firing() {
        AtomicLong fired = new AtomicLong();
        Map<Long, Duration> portals = LongStream.rangeClosed(1, 50).boxed()
                .collect(Collectors.toMap(id -> id, id -> Duration.ofSeconds(1)));
        try (Timetable timetable = Timetable.over(JdbcConnectionPool.create("jdbc:h2:mem:"
                + UUID.randomUUID()
                + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                "sa", ""), portal -> fired.incrementAndGet(), 64, false)) {
            timetable.start();
            timetable.plan(portals);
            LockSupport.parkNanos(FIRING.toNanos());
            long before = cpu.getAsLong();
            long first = fired.get();
            LockSupport.parkNanos(FIRING.toNanos());
            return (cpu.getAsLong() - before) / 1e6 / Math.max(1, fired.get() - first);
        }
    }
}
