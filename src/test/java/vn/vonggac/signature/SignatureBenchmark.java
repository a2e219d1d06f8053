package vn.vonggac.signature;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import vn.vonggac.page.Block;
import vn.vonggac.page.Format;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.Place;

/**
 * How many pages of 3,000 words one core matches against 2,000 signatures, by presearcher. The argument is a folder of
 * texts: every other one gives words to the pages, the ones between give the signatures their phrases, a third each
 * asked for as written, without marks, and as two phrases near each other.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
public class SignatureBenchmark {

    private static final int SIGNATURES = 2_000;
    private static final int WORDS = 3_000;
    private static final int PAGES = 20;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Param("")
    public String folder = "";

    @Param({"none", "terms", "two passes", "needed words"})
    public String presearcher = "";

    private final Random random = new Random(1);
    private final List<PageContent> pages = new ArrayList<>();
    private Rules rules = new Rules(List.of(), List.of());

    /** CPU time over all turns. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Spent {
        public long nanoseconds;
        public long matched;
    }

    @Setup
    public void dictionary() throws IOException {
        List<String> said = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            for (Path file : files.filter(name -> name.toString().endsWith(".txt")).sorted().toList()) {
                List<String> words = words(Files.readString(file));
                (said.size() <= asked.size() ? said : asked).addAll(words);
            }
        }
        IntStream.range(0, PAGES).forEach(page -> pages.add(page(said, page)));
        rules = new Rules(
                IntStream.range(0, SIGNATURES).mapToObj(number -> signature(asked, number)).toList(),
                List.of(), chosen());
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> word.length() > 1 && word.chars().allMatch(Character::isLetter)).toList();
    }

    private static PageContent page(List<String> words, int number) {
        List<Block> blocks = new ArrayList<>();
        for (int from = 0; from < WORDS; from += 30) {
            String text = IntStream.range(from, from + 30)
                    .mapToObj(at -> words.get((number * WORDS + at) % words.size()))
                    .collect(Collectors.joining(" "));
            blocks.add(new Block(new Place("html>body>p", from), Block.Kind.TEXT, Block.Region.MAIN, text, 0,
                    Optional.empty()));
        }
        return new PageContent("https://xa.example.gov.vn/", Format.HTML, "", Optional.empty(),
                Optional.empty(),
                List.of(), blocks, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(),
                List.of(), List.of(), "", 0, List.of());
    }

    private Signature signature(List<String> words, int number) {
        String query = switch (number % 3) {
            case 0 -> "\"" + String.join(" ", phrase(words).stream().map(word -> "=" + word).toList()) + "\"";
            case 1 -> "\"" + bare(String.join(" ", phrase(words))) + "\"";
            default -> "fn:maxgaps(3 fn:unordered(\"%s\" \"%s\"))".formatted(String.join(" ", phrase(words)),
                    String.join(" ", phrase(words)));
        };
        return new Signature("s" + number, Topic.GAMBLING, List.of(), 0.5, List.of("vi"), query, List.of(),
                List.of(),
                "",
                "benchmark:" + number);
    }

    private List<String> phrase(List<String> words) {
        int from = random.nextInt(words.size() - 4);
        return words.subList(from, from + 2 + random.nextInt(3));
    }

    private static String bare(String words) {
        StringBuilder bare = new StringBuilder();
        words.chars().forEach(letter -> bare.append(Letters.strip((char) letter)));
        return bare.toString();
    }

    private Presearcher chosen() {
        return switch (presearcher) {
            case "terms" -> new TermFilteredPresearcher();
            case "two passes" -> new MultipassTermFilteredPresearcher(2);
            case "needed words" -> new NeededWords();
            default -> Presearcher.NO_FILTERING;
        };
    }

    @Benchmark
    public int match(Spent spent) {
        long begun = THREADS.getCurrentThreadCpuTime();
        int hits = pages.stream().mapToInt(page -> rules.match(page, Optional.empty()).size()).sum();
        spent.nanoseconds += THREADS.getCurrentThreadCpuTime() - begun;
        spent.matched += pages.size();
        return hits;
    }

    /** Prints the pages that one core matches a second. */
    public static void main(String[] arguments) throws RunnerException {
        System.out.println("presearcher\tpages a second");
        for (RunResult run : new Runner(new OptionsBuilder().include(SignatureBenchmark.class.getName())
                .param("folder", arguments[0]).forks(1).jvmArgsAppend("-XX:+UseSerialGC").warmupIterations(40)
                .measurementIterations(20).build()).run()) {
            Map<String, Result> spent = run.getSecondaryResults();
            System.out.printf("%s\t%.0f%n", run.getParams().getParam("presearcher"),
                    spent.get("matched").getScore() * 1e9 / spent.get("nanoseconds").getScore());
        }
    }
}
