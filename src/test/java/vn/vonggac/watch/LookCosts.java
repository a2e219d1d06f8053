package vn.vonggac.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import javax.sql.DataSource;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;
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
    private static final int WARM_UP = 60;
    private static final int TURNS = 100;
    private static final Duration FIRING = Duration.ofSeconds(3);

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
     * The means over many turns, in which the parts follow each other, after some that do not count: the clock of the
     * process ticks in hundredths of a second. Portals are looked at side by side, as the watch does it.
     */
    private List<Double> costs(List<Watched> portals, List<Part> parts) {
        long[] spent = new long[parts.size()];
        for (int turn = 0; turn < WARM_UP + TURNS; turn++) {
            for (int part = 0; part < parts.size(); part++) {
                long before = cpu.getAsLong();
                sideBySide(portals, parts.get(part));
                spent[part] += turn < WARM_UP ? 0 : cpu.getAsLong() - before;
            }
        }
        return Arrays.stream(spent).mapToObj(nanos -> nanos / 1e6 / TURNS / portals.size()).toList();
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

    /** A timetable of its own, kept as the service keeps it, with rounds that do nothing. */
    private double firing() throws IOException {
        AtomicLong fired = new AtomicLong();
        Map<Long, Duration> portals = LongStream.rangeClosed(1, 50).boxed()
                .collect(Collectors.toMap(id -> id, id -> Duration.ofSeconds(1)));
        String folder = Files.createTempDirectory("vonggac-timetable").toString();
        String url = installation.context().getRequiredProperty("datasources.default.url", String.class);
        JobSource jobs = new JobSource(installation.bean(DataSource.class), url, folder);
        try (Timetable timetable = Timetable.over(jobs.open(), portal -> fired.incrementAndGet(), 64,
                jobs.shared())) {
            timetable.start();
            timetable.plan(portals);
            LockSupport.parkNanos(5 * FIRING.toNanos());
            long before = cpu.getAsLong();
            long first = fired.get();
            LockSupport.parkNanos(FIRING.toNanos());
            return (cpu.getAsLong() - before) / 1e6 / Math.max(1, fired.get() - first);
        } finally {
            jobs.close();
        }
    }
}
