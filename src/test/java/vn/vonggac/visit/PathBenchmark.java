package vn.vonggac.visit;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import vn.vonggac.detect.ScriptReader;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;
import vn.vonggac.signature.Signatures;

/**
 * What judging a page costs beside parsing it, and the share of each stage: all without network. The argument is a
 * folder of HTML pages.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PathBenchmark {

    private static final int TAKEN = 60;
    private static final Optional<String> HTML = Optional.of("text/html; charset=utf-8");

    @Param("")
    public String folder = "";

    private final ApplicationContext context = ApplicationContext.builder().environments("cli")
            .deduceEnvironment(false).start();
    private final PageReader reader = context.getBean(PageReader.class);
    private final ScriptReader scripts = context.getBean(ScriptReader.class);
    private final Signatures signatures = context.getBean(Signatures.class);
    private final OnePath path = context.getBean(OnePath.class);
    private final List<Case> cases = new ArrayList<>();

    private record Case(PageSource source, String html, PageContent content) {}

    @Setup
    public void pages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            for (Path file : files.filter(name -> name.toString().endsWith(".html")).sorted().limit(TAKEN)
                    .toList()) {
                byte[] body = Files.readAllBytes(file);
                PageSource source = new PageSource("https://portal.example.gov.vn/tin", body, HTML, false);
                cases.add(new Case(source, new String(body, StandardCharsets.UTF_8), reader.read(source)));
            }
        }
    }

    @TearDown
    public void close() {
        context.close();
    }

    /** The floor. */
    @Benchmark
    public long parse() {
        return cases.stream().mapToLong(each -> Jsoup.parse(each.html(), each.source().url()).childNodeSize())
                .sum();
    }

    @Benchmark
    public long read() {
        return cases.stream().mapToLong(each -> reader.read(each.source()).size()).sum();
    }

    @Benchmark
    public long scripts() {
        return cases.stream().mapToLong(each -> scripts.read(each.content()).size()).sum();
    }

    @Benchmark
    public long match() {
        return cases.stream().mapToLong(each -> signatures.match(each.content(), Optional.empty()).size())
                .sum();
    }

    /** Everything; what the stages leave of it is the detectors and the verdict. */
    @Benchmark
    public double judge() {
        return cases.stream().map(each -> Look.given(each.source(), Optional.empty()))
                .mapToDouble(look -> path.judge(look).verdict().score()).sum();
    }

    /** Prints how many times the cost of parsing alone each is. */
    public static void main(String[] arguments) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder().include(PathBenchmark.class.getName())
                .param("folder", arguments[0]).forks(1).warmupIterations(3).warmupTime(TimeValue.seconds(2))
                .measurementIterations(3).measurementTime(TimeValue.seconds(3)).build()).run();
        double parse = score(results, "parse");
        for (String stage : List.of("read", "scripts", "match", "judge")) {
            System.out.printf("%s / parse\t%.2f%n", stage, score(results, stage) / parse);
        }
    }

    /** The median: on a machine that does other things too, the mean tells of those. */
    private static double score(Collection<RunResult> results, String name) {
        return results.stream().map(RunResult::getPrimaryResult)
                .filter(result -> result.getLabel().equals(name)).findFirst().orElseThrow().getStatistics()
                .getPercentile(50);
    }
}
