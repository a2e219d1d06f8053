package vn.vonggac.watch;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.AgencyDraft;
import vn.vonggac.portal.PortalDraft;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;

/** What watching many portals costs on this machine: {@code src/bench/watch.sh}. */
public final class WatchLoad implements AutoCloseable {

    private static final Duration ANSWER_AFTER = Duration.ofMillis(200);
    private static final Duration SAMPLE = Duration.ofSeconds(5);
    private static final Duration NEW = Duration.ofMinutes(5);
    private static final double DAY = 86_400;
    private static final OperatingSystemMXBean SYSTEM = ManagementFactory
            .getPlatformMXBean(OperatingSystemMXBean.class);

    private final LoadSite site;
    private final LoadOrigin origin;
    private final LoadDatabase database;
    private final Path data;
    private TestInstallation installation;
    private final MeterRegistry registry;
    private final List<Double> middle = new ArrayList<>();
    private final List<Double> worst = new ArrayList<>();
    private final List<Double> waiting = new ArrayList<>();
    private final BiConsumer<String, Object> figures;

    /** @param figures is told each figure as soon as it is known */
    WatchLoad(int portals, LoadSite site, Duration rhythm, LoadDatabase database,
            BiConsumer<String, Object> figures) throws IOException {
        this.figures = figures;
        this.database = database;
        this.site = site;
        origin = new LoadOrigin(ANSWER_AFTER, site);
        data = Files.createTempDirectory("vonggac-load");
        installation = TestInstallation.onRealTime(settings(true));
        registry = installation.bean(MeterRegistry.class);
        figures.accept("portals", portals);
        figures.accept("rhythm", rhythm);
        enter(portals, rhythm);
    }

    public static void main(String[] arguments) throws IOException {
        int portals = Integer.parseInt(arguments[0]);
        Duration rhythm = Duration.parse("PT" + arguments[2].toUpperCase(java.util.Locale.ROOT));
        System.out.println("figure\tvalue");
        LoadDatabase database = arguments[4].equals("postgresql")
                ? LoadDatabase.postgres()
                : LoadDatabase.embedded();
        LoadSite site = new LoadSite(Integer.parseInt(arguments[3]), rhythm, Integer.parseInt(arguments[5]));
        try (WatchLoad load = new WatchLoad(portals, site, rhythm, database,
                (figure, value) -> System.out.println(figure + "\t" + value))) {
            load.run(Duration.ofMillis((long) (Double.parseDouble(arguments[1]) * 60_000)));
            load.apart();
        }
        System.exit(0);
    }

    private Map<String, Object> settings(boolean watching) {
        Map<String, Object> settings = new HashMap<>(Site.settings());
        settings.put("vonggac.data", data.toString());
        settings.put("vonggac.database.url", database.url());
        settings.put("vonggac.watch.enabled", watching);
        settings.put("vonggac.watch.heartbeat", "2s");
        return settings;
    }

    private void enter(int portals, Duration rhythm) {
        installation.bean(Agencies.class).add(Scope.EVERYTHING,
                new AgencyDraft("TINH", "UBND tỉnh", "", "", "", "", "", "", "", "", ""), "load");
        for (int portal = 0; portal < portals; portal++) {
            String home = "http://" + LoadSite.address(portal) + ":" + origin.port() + "/";
            installation.bean(Portals.class).add(Scope.EVERYTHING, new PortalDraft("Xã " + portal, home,
                    "TINH", "", "", "", "", "", "", "", "", "", rhythm.toSeconds() + "s", ""), "load");
        }
    }

    /** Everything for so long; the first minutes, in which all portals are new, are measured apart. */
    void run(Duration time) {
        installation.bean(Watch.class).start();
        boolean apart = time.compareTo(NEW.multipliedBy(2)) > 0;
        if (apart) {
            measure("while all portals are new: ", NEW);
            middle.clear();
            worst.clear();
            waiting.clear();
        }
        measure("", apart ? time.minus(NEW) : time);
        installation.bean(Watch.class).stop();
        System.gc();
        figures.accept("heap after collecting, MB", ManagementFactory.getMemoryMXBean().getHeapMemoryUsage()
                .getUsed() / 1_000_000);
    }

    private void measure(String prefix, Duration time) {
        long began = System.nanoTime();
        long cpu = cpu();
        long visits = visits();
        long copies = size(data.resolve("copies"));
        long written = written();
        long kept = size(data) - copies;
        long end = began + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(Math.min(SAMPLE.toNanos(), Math.max(1, end - System.nanoTime())));
            sample();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        figures.accept(prefix + "seconds", Math.round(seconds));
        figures.accept(prefix + "CPU share of the machine, %",
                round(100 * (cpu() - cpu) / 1e9 / seconds / SYSTEM.getAvailableProcessors()));
        figures.accept(prefix + "looks a second", round((visits() - visits) / seconds));
        figures.accept(prefix + "home lag p50, s (median of samples)", round(at(middle, 0.5)));
        figures.accept(prefix + "home lag p99, s (median of samples)", round(at(worst, 0.5)));
        figures.accept(prefix + "home lag p99, s (worst sample)", round(at(worst, 1)));
        figures.accept(prefix + "longest overdue of the portals that answer, s (median of samples)",
                round(at(waiting, 0.5)));
        figures.accept(prefix + "longest overdue of the portals that answer, s (worst sample)",
                round(at(waiting, 1)));
        figures.accept(prefix + "copies, MB a day",
                Math.round((size(data.resolve("copies")) - copies) / 1e6 * DAY / seconds));
        figures.accept(prefix + "database and index grow, MB a day",
                Math.round((size(data) - size(data.resolve("copies")) - kept) / 1e6 * DAY / seconds));
        figures.accept(prefix + "written to disk, MB a day",
                Math.round((written() - written) / 1e6 * DAY / seconds));
    }

    private void sample() {
        for (ValueAtPercentile value : registry.get("vonggac.watch.lag").timer().takeSnapshot()
                .percentileValues()) {
            (value.percentile() > 0.9 ? worst : middle).add(value.value(TimeUnit.SECONDS));
        }
        waiting.add(longestOverdue());
    }

    /** Seconds, of the home pages that are due and whose portal answers. */
    private double longestOverdue() {
        Instant now = Instant.now();
        return installation.bean(FrontierRows.class).homesDueBefore(now, Integer.MAX_VALUE).stream()
                .filter(home -> !site.hangs(LoadSite.portal(URI.create(home.url()).getHost())))
                .mapToDouble(home -> Duration.between(home.dueAt(), now).toMillis() / 1e3).max().orElse(0);
    }

    /** Parts of the path one by one, on portals whose home pages are still and that nobody watches any more. */
    private void apart() throws IOException {
        origin.hurry();
        installation.close();
        installation = TestInstallation.onRealTime(settings(false));
        new LookCosts(installation, this::cpu).measure().forEach(figures);
    }

    /** How many portals were looked at, with something to see. */
    long homesLookedAt() {
        return installation.bean(Homes.class).byPortal().values().stream()
                .filter(home -> home.visitedAt() != null && home.failures() == 0).count();
    }

    /** Of the process without its origin, and of its database. */
    private long cpu() {
        return SYSTEM.getProcessCpuTime() - origin.cpuNanos() + database.cpuNanos();
    }

    private long visits() {
        return registry.get("vonggac.watch.visits").timer().count();
    }

    private static long written() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/io"))) {
            return lines.filter(line -> line.startsWith("write_bytes: "))
                    .mapToLong(line -> Long.parseLong(line.substring("write_bytes: ".length()))).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path folder) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException | UncheckedIOException filesComeAndGo) {
            return 0;
        }
    }

    private static double at(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.round(share * (sorted.size() - 1)));
    }

    static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }

    @Override
    public void close() throws IOException {
        installation.close();
        database.close();
        origin.close();
    }
}
