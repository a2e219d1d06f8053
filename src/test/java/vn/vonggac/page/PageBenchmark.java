package vn.vonggac.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What looking at a page costs beside parsing it. The argument is a folder of histories, of which the copies of
 * 60 to 100 kB are taken; each is compared with what was learned from the ones before.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PageBenchmark {

    private static final int LEARNED = 20;
    private static final int TAKEN = 25;

    @Param("")
    public String folder = "";

    private final PageReader reader = new PageReader();
    private final List<Case> cases = new ArrayList<>();

    private int turn;

    private record Case(PageSource source, String html, Baseline baseline, PortalBaseline portal) {}

    @Setup
    public void histories() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder), 3)) {
            for (Path page : files.filter(file -> file.endsWith("page")).sorted().toList()) {
                history(page);
            }
        }
    }

    private void history(Path page) throws IOException {
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
            PageContent content = reader.read(source);
            baseline = baseline.learn(content, Instant.EPOCH.plusSeconds(86_400L * day));
            portal = portal.learn(content);
        }
    }

    private Case next() {
        turn = (turn + 1) % cases.size();
        return cases.get(turn);
    }

    @Benchmark
    public Object parse() {
        Case each = next();
        return Jsoup.parse(each.html(), each.source().url());
    }

    @Benchmark
    public Object read() {
        return reader.read(next().source());
    }

    @Benchmark
    public Object readAndCompare() {
        Case each = next();
        return each.baseline().compare(reader.read(each.source()), each.portal());
    }

    /** Prints how many times the cost of parsing alone each is. */
    public static void main(String[] arguments) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder().include(PageBenchmark.class.getName())
                .param("folder", arguments[0]).forks(1).warmupIterations(5).measurementIterations(5).build())
                .run();
        double parse = score(results, "parse");
        System.out.printf("read / parse %.2f%nread and compare / parse %.2f%n",
                score(results, "read") / parse,
                score(results, "readAndCompare") / parse);
    }

    /** The median: on a machine that does other things too, the mean tells of those. */
    private static double score(Collection<RunResult> results, String name) {
        return results.stream().map(RunResult::getPrimaryResult)
                .filter(result -> result.getLabel().equals(name))
                .findFirst().orElseThrow().getStatistics().getPercentile(50);
    }
}
