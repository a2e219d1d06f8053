package vn.vonggac.page;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What looking at a page costs beside parsing it: CPU time of the thread. The argument is a folder of histories, of
 * which the copies of 60 to 100 kB are taken, up to twelve of a page, one day after the other; each is compared with
 * what was learned from the ones before. The stages take turns over all of them, so that what slows the machine down
 * slows all.
 *
 * <p>A reader remembers class attributes, inline styles, style sheets and the like of pages before. In every turn it
 * is a new one that has read what a service would have: the copies of the two days before, uncounted. What it costs
 * when nothing at all is remembered, with a new reader for every page, is told too.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
public class PageBenchmark {

    private static final int LEARNED = 20;
    private static final int TAKEN = 32;
    private static final int REMEMBERED = 2;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Param("")
    public String folder = "";

    private final List<Case> cases = new ArrayList<>();
    private final List<PageSource> earlier = new ArrayList<>();

    private record Case(PageSource source, String html, Baseline baseline, PortalBaseline portal) {}

    /** Nanoseconds of CPU time, summed over the turns. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Spent {
        public long parse;
        public long read;
        public long readAndCompare;
        public long readAndCompareFirst;
    }

    @Setup
    public void histories() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder), 3)) {
            for (Path page : files.filter(file -> file.endsWith("page")).sorted().toList()) {
                history(page);
            }
        }
    }

    private void history(Path page) throws IOException {
        PageReader reader = new PageReader();
        Baseline baseline = Baseline.empty();
        PortalBaseline portal = PortalBaseline.empty();
        List<Path> copies;
        try (Stream<Path> files = Files.list(page)) {
            copies = files.sorted().limit(TAKEN).toList();
        }
        for (int day = 0; day < copies.size(); day++) {
            byte[] body = Files.readAllBytes(copies.get(day));
            PageSource source = new PageSource("https://portal.example.gov.vn/", body, Optional.empty(),
                    false);
            if (day >= LEARNED && body.length > 60_000 && body.length < 100_000) {
                cases.add(new Case(source, new String(body, StandardCharsets.UTF_8), baseline, portal));
            }
            if (day < LEARNED && day >= LEARNED - REMEMBERED) {
                earlier.add(source);
            }
            PageContent content = reader.read(source);
            Instant at = Instant.EPOCH.plusSeconds(86_400L * day);
            portal = portal.learn(new Lesson(content, Optional.empty(), Set.of()), baseline, at);
            baseline = baseline.learn(content, at);
        }
    }

    @Benchmark
    public long turn(Spent spent) {
        PageReader reader = experienced();
        PageReader other = experienced();
        long begun = THREADS.getCurrentThreadCpuTime();
        long seen = all(each -> Jsoup.parse(each.html(), each.source().url()).childNodeSize());
        long parsed = THREADS.getCurrentThreadCpuTime();
        seen += all(each -> reader.read(each.source()).size());
        long read = THREADS.getCurrentThreadCpuTime();
        seen += all(each -> compared(each, other));
        long compared = THREADS.getCurrentThreadCpuTime();
        seen += all(each -> compared(each, new PageReader()));
        spent.parse += parsed - begun;
        spent.read += read - parsed;
        spent.readAndCompare += compared - read;
        spent.readAndCompareFirst += THREADS.getCurrentThreadCpuTime() - compared;
        return seen;
    }

    private static long compared(Case each, PageReader reader) {
        return each.baseline().compare(reader.read(each.source()), each.portal()).added().size();
    }

    private PageReader experienced() {
        PageReader reader = new PageReader();
        earlier.forEach(reader::read);
        return reader;
    }

    private long all(ToLongFunction<Case> stage) {
        return cases.stream().mapToLong(stage).sum();
    }

    /** Prints how many times the cost of parsing alone each is. */
    public static void main(String[] arguments) throws RunnerException {
        Map<String, Result> spent = new Runner(new OptionsBuilder().include(PageBenchmark.class.getName())
                .param("folder", arguments[0]).forks(1).jvmArgsAppend("-XX:+UseSerialGC").warmupIterations(60)
                .measurementIterations(30).build()).runSingle().getSecondaryResults();
        double parse = spent.get("parse").getScore();
        System.out.printf(
                "read / parse\t%.2f%nread and compare / parse\t%.2f%nthe same, nothing remembered\t%.2f%n",
                spent.get("read").getScore() / parse, spent.get("readAndCompare").getScore() / parse,
                spent.get("readAndCompareFirst").getScore() / parse);
    }
}
