package vn.vonggac.corpus;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.codecs.lucene103.Lucene103Codec;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.store.FSDirectory;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;

/**
 * What a large index costs. {@code load FOLDER VERSIONS} reads and feeds generated pages (about 700 words, 60 links, one
 * in a hundred with a planted block) as the service does, then searches and hunts; {@code search FOLDER VERSIONS} only
 * the latter, in an index that was loaded before; {@code choose FOLDER VERSIONS} feeds the same with each merge policy and compression there is to choose from. Beside the time that passed stands that of
 * the processor: on a machine that others use, only the latter says anything.
 */
final class CorpusLoad {

    private static final int WORDS = 700;
    private static final int LINKS = 60;
    private static final int VOCABULARY = 12_000;
    private static final int PORTALS = 300;
    private static final int AGENCIES = 120;
    private static final int PLANTED = 100;
    private static final int BATCH = 2_000;
    private static final int ROUNDS = 30;
    private static final OperatingSystemMXBean CPU = (OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean();
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final CorpusConfig PATIENT = new CorpusConfig(60_000, Duration.ofMinutes(5),
            CorpusConfig.usual().most());
    private static final Instant BEGIN = Instant.parse("2025-11-01T00:00:00Z");
    private static final List<String> ONSETS = List.of("", "b", "c", "ch", "d", "đ", "g", "h", "kh", "l", "m",
            "n", "ng",
            "ngh", "nh", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x");
    private static final List<String> VOWELS = List.of("a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư",
            "ươ");
    private static final List<String> CODAS = List.of("", "c", "ch", "m", "n", "ng", "nh", "p", "t");
    /** None, and the combining marks of the five others. */
    private static final List<String> TONES = List.of("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323");
    private static final List<String> WORDS_BY_USE = syllables();
    private static final List<String> BRANDS = List.of("kubet", "new88", "sunwin", "fb88", "bk8", "w88");
    private static final List<String> QUERIES = List.of("\"nhà cái\"", "\"nha cai uy tin\"", "kubet",
            "linkhost:kubet*", "\"tài xỉu\" AND linkhost:new88*", "hidden:\"nhà cái\"", "title:trang",
            word(42) + " AND " + word(77), quoted(11, 12),
            word(999) + " OR " + word(998) + " OR " + word(997),
            "url:bai AND " + word(500), "seen-from:2026-01-15", "anchor:" + quoted(5, 6),
            "fn:maxwidth(6 fn:ordered(nhà uy))", "ngh*", "view:phone AND kubet", "portal:17 AND " + word(3),
            "verdict:compromised", quoted(1, 2, 3), "meta:" + word(20));

    private final PageReader reader = new PageReader();

    private CorpusLoad() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        int versions = Integer.parseInt(arguments[2]);
        switch (arguments[0]) {
            case "choose" -> new CorpusLoad().choose(folder, versions);
            case "load" -> {
                new CorpusLoad().load(folder, versions);
                search(folder, versions);
            }
            default -> search(folder, versions);
        }
    }

    private void load(Path folder, int versions) throws IOException {
        try (Corpus corpus = Corpus.open(folder, PATIENT)) {
            long began = System.nanoTime();
            long busy = CPU.getProcessCpuTime();
            for (int from = 0; from < versions; from += BATCH) {
                IntStream.range(from, Math.min(versions, from + BATCH)).parallel()
                        .forEach(number -> corpus.add(version(number)));
                corpus.commit();
            }
            say("versions", versions);
            say("read and fed a second", versions / seconds(began));
            say("read and fed a second of one core", versions * 1e9 / (CPU.getProcessCpuTime() - busy));
        }
    }

    private static void search(Path folder, int versions) throws IOException {
        say("bytes a version", (double) bytes(folder) / versions);
        long opening = System.nanoTime();
        try (Corpus corpus = Corpus.open(folder, PATIENT)) {
            say("ms to open", seconds(opening) * 1_000);
            times("search", corpus, query -> corpus.search(query).total());
            times("search of one agency", corpus, query -> corpus.search(query.within(Set.of(7L))).total());
            times("hunt", corpus, query -> corpus.hunt(query).pages());
            long reading = System.nanoTime();
            say("whole", corpus.checkWhole() ? 1 : 0);
            say("seconds to read the whole", seconds(reading));
        }
    }

    @FunctionalInterface
    private interface Asked {
        long of(Search search);
    }

    private static void times(String what, Corpus corpus, Asked asked) {
        List<Double> times = new ArrayList<>();
        List<Double> busy = new ArrayList<>();
        for (int round = -3; round < ROUNDS; round++) {
            for (String query : QUERIES) {
                long began = System.nanoTime();
                long worked = THREAD.getCurrentThreadCpuTime();
                asked.of(Search.everywhere(query));
                if (round >= 0) {
                    times.add(seconds(began) * 1_000);
                    busy.add((THREAD.getCurrentThreadCpuTime() - worked) / 1e6);
                }
            }
        }
        say("ms of a " + what, times);
        say("ms of one core for a " + what, busy);
    }

    private void choose(Path folder, int versions) throws IOException {
        for (boolean best : new boolean[]{false, true}) {
            for (boolean tiered : new boolean[]{true, false}) {
                Path own = folder.resolve(best + "-" + tiered);
                long began = CPU.getProcessCpuTime();
                write(own, versions, best, tiered);
                String name = (best ? "best compression" : "fast compression") + ", "
                        + (tiered ? "tiered merges" : "merges in order");
                say(name + ": read and fed a second of one core",
                        versions * 1e9 / (CPU.getProcessCpuTime() - began));
                say(name + ": bytes a version", (double) bytes(own) / versions);
                try (Corpus corpus = Corpus.open(own, PATIENT)) {
                    times("search, " + name, corpus, query -> corpus.search(query).total());
                }
            }
        }
    }

    private void write(Path folder, int versions, boolean best, boolean tiered) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(Fields.analyzer()).setCodec(new Lucene103Codec(
                best ? Lucene103Codec.Mode.BEST_COMPRESSION : Lucene103Codec.Mode.BEST_SPEED));
        if (!tiered) {
            config.setMergePolicy(new LogByteSizeMergePolicy());
        }
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config)) {
            for (int i = 0; i < versions; i++) {
                writer.addDocument(Fields.document(version(i), CorpusConfig.usual().text()));
                if (i % BATCH == BATCH - 1) {
                    Index.mark(writer, i, Optional.empty());
                }
            }
            Index.mark(writer, versions, Optional.empty());
        }
    }

    private Version version(int number) {
        Random random = new Random(number);
        int page = number / 3;
        long portal = page % PORTALS;
        String url = "https://xa" + portal + ".example.gov.vn/bai/" + page;
        boolean planted = random.nextInt(PLANTED) == 0;
        byte[] html = html(random, page, planted).getBytes(StandardCharsets.UTF_8);
        Instant from = BEGIN.plus(Duration.ofMinutes(random.nextInt(500_000)));
        return new Version(portal, portal % AGENCIES, url, Integer.toHexString(number),
                new TreeSet<>(planted ? Set.of("search-engine", "phone") : Set.of("citizen")), number, from,
                from.plus(Duration.ofDays(random.nextInt(30))), number % 3 == 2,
                planted ? "compromised" : "clean",
                reader.read(new PageSource(url, html, Optional.of("text/html; charset=utf-8"), false)),
                List.of(word(random) + " " + word(random)));
    }

    private static String html(Random random, int page, boolean planted) {
        StringBuilder html = new StringBuilder("<html lang=vi><head><title>Trang tin số ").append(page)
                .append("</title><meta name=description content='").append(word(random))
                .append("'></head><body>");
        for (int link = 0; link < LINKS; link++) {
            html.append("<li><a href='/bai/").append(random.nextInt(1_000_000)).append("'>")
                    .append(word(random))
                    .append(' ').append(word(random)).append("</a></li>");
        }
        for (int word = 0; word < WORDS; word++) {
            html.append(word % 60 == 0 ? "<p>" : " ").append(word(random));
        }
        if (planted) {
            String brand = BRANDS.get(random.nextInt(BRANDS.size()));
            html.append("<div style='display:none'><a href='https://").append(brand)
                    .append(random.nextInt(50))
                    .append(".example/'>nhà cái uy tín ").append(brand)
                    .append(" tài xỉu đổi thưởng</a></div>");
        }
        return html.append("</body></html>").toString();
    }

    /** The few most frequent words make up most of a text. */
    private static String word(Random random) {
        return word((int) Math.min(VOCABULARY - 1, Math.exp(random.nextDouble() * Math.log(VOCABULARY))));
    }

    private static String word(int number) {
        return WORDS_BY_USE.get(number);
    }

    private static String quoted(int... numbers) {
        return Arrays.stream(numbers).mapToObj(CorpusLoad::word).collect(Collectors.joining(" ", "\"", "\""));
    }

    /** Vietnamese syllables, and what could be such: as many marks, hence as many terms, as real text has. */
    private static List<String> syllables() {
        List<String> all = new ArrayList<>();
        for (String onset : ONSETS) {
            for (String vowel : VOWELS) {
                for (String coda : CODAS) {
                    for (String tone : TONES) {
                        all.add(Normalizer.normalize(onset + vowel + tone + coda, Normalizer.Form.NFC));
                    }
                }
            }
        }
        Collections.shuffle(all, new Random(1));
        return all.subList(0, VOCABULARY);
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void say(String figure, List<Double> values) {
        Collections.sort(values);
        say("median " + figure, values.get(values.size() / 2));
        say("p99 " + figure, values.get(values.size() * 99 / 100));
    }

    private static void say(String figure, double value) {
        System.out.printf(Locale.ROOT, "%s\t%.1f%n", figure, value);
    }
}
