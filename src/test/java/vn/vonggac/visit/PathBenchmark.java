package vn.vonggac.visit;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.ToDoubleFunction;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import vn.vonggac.detect.Detectors;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.ScriptReader;
import vn.vonggac.page.PageConfig;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;
import vn.vonggac.signature.Signatures;

/**
 * What judging a page costs beside parsing it, and the share of each stage: CPU time of the thread, all without network.
 * The stages take turns over all HTML pages of a folder, so that what slows the machine down slows all of them; every
 * turn reads with a reader that has not seen the pages before. Parsing is measured twice: page after page with nothing
 * in between, the floor, and with a page judged after every page, when it finds the caches of the processor as any
 * work does that is not all there is.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
public class PathBenchmark {

    private static final Optional<String> HTML = Optional.of("text/html; charset=utf-8");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Param("")
    public String folder = "";

    private final ApplicationContext context = ApplicationContext.builder().environments("cli")
            .deduceEnvironment(false).start();
    private final PageConfig config = context.getBean(PageConfig.class);
    private final ScriptReader scripts = context.getBean(ScriptReader.class);
    private final Signatures signatures = context.getBean(Signatures.class);
    private final Detectors detectors = context.getBean(Detectors.class);
    private final List<Case> cases = new ArrayList<>();

    private record Case(PageSource source, String html, PageContent content, Observation observation) {}

    /** Nanoseconds of CPU time, summed over the turns. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Spent {
        public long parse;
        public long read;
        public long scripts;
        public long match;
        public long detect;
        public long judge;
        public long parseBetween;
    }

    @Setup
    public void pages() throws IOException {
        PageReader reader = new PageReader(config);
        OnePath path = path(reader);
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            for (Path file : files.filter(name -> name.toString().endsWith(".html")).sorted().toList()) {
                byte[] body = Files.readAllBytes(file);
                PageSource source = new PageSource("https://portal.example.gov.vn/tin", body, HTML, false);
                cases.add(new Case(source, new String(body, StandardCharsets.UTF_8), reader.read(source),
                        path.judge(Look.given(source, Optional.empty())).observation()));
            }
        }
    }

    @TearDown
    public void close() {
        context.close();
    }

    /** A turn of every stage; the floor is {@code parse}, and {@code judge} is all that happens to a page. */
    @Benchmark
    public double turn(Spent spent) {
        PageReader reader = new PageReader(config);
        OnePath path = path(new PageReader(config));
        double seen = 0;
        for (Stage stage : List.of(new Stage(this::parse, ns -> spent.parse += ns),
                new Stage(each -> reader.read(each.source()).size(), ns -> spent.read += ns),
                new Stage(each -> scripts.read(each.content()).size(), ns -> spent.scripts += ns),
                new Stage(this::match, ns -> spent.match += ns),
                new Stage(each -> detectors.judge(each.observation(), List.of()).score(),
                        ns -> spent.detect += ns),
                new Stage(each -> judge(path, each), ns -> spent.judge += ns))) {
            seen += stage.over(cases);
        }
        return seen + between(spent);
    }

    /** Parses and judges in turns, page by page; only parsing is counted. */
    private double between(Spent spent) {
        OnePath path = path(new PageReader(config));
        Stage parse = new Stage(this::parse, ns -> spent.parseBetween += ns);
        return cases.stream().mapToDouble(each -> parse.over(List.of(each)) + judge(path, each)).sum();
    }

    private record Stage(ToDoubleFunction<Case> work, LongConsumer spent) {

        double over(List<Case> cases) {
            long begun = THREADS.getCurrentThreadCpuTime();
            double seen = cases.stream().mapToDouble(work).sum();
            spent.accept(THREADS.getCurrentThreadCpuTime() - begun);
            return seen;
        }
    }

    private double parse(Case each) {
        return Jsoup.parse(each.html(), each.source().url()).childNodeSize();
    }

    private double match(Case each) {
        return signatures.match(each.observation().citizen().content(), Optional.empty()).size();
    }

    private static double judge(OnePath path, Case each) {
        return path.judge(Look.given(each.source(), Optional.empty())).verdict().score();
    }

    private OnePath path(PageReader reader) {
        return new OnePath(new Reading(reader, scripts), () -> signatures, detectors);
    }

    /** Prints how many times the cost of parsing alone each is. */
    public static void main(String[] arguments) throws RunnerException {
        Map<String, Result> spent = new Runner(new OptionsBuilder().include(PathBenchmark.class.getName())
                .param("folder", arguments[0]).forks(1).jvmArgsAppend("-XX:+UseSerialGC").warmupIterations(12)
                .measurementIterations(12).build()).runSingle().getSecondaryResults();
        double parse = spent.get("parse").getScore();
        for (String stage : List.of("read", "scripts", "match", "detect", "judge")) {
            System.out.printf("%s / parse\t%.2f%n", stage, spent.get(stage).getScore() / parse);
        }
        System.out.printf("judge / parse between pages\t%.2f%n",
                spent.get("judge").getScore() / spent.get("parseBetween").getScore());
    }
}
