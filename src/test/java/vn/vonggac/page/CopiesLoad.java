package vn.vonggac.page;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDictTrainer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What a large store of copies costs, and what a kept version of a real page takes. {@code store FOLDER COPIES
 * SECONDS} writes, reads and sweeps; {@code packing HISTORIES} packs every version that would be kept alone, with a
 * dictionary trained for its portal, and against the first copy of its page, as {@link CopyFile} does.
 */
final class CopiesLoad {

    private static final int THREADS = 8;
    private static final int LINES = 120;
    private static final int READS = 20_000;
    private static final int SAMPLES = 100;
    private static final int DICTIONARY = 112_640;
    private static final int LEVEL = 9;

    private CopiesLoad() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("packing")) {
            packing(Path.of(arguments[1]));
        } else {
            store(Path.of(arguments[1]), Integer.parseInt(arguments[2]),
                    Duration.ofSeconds(Long.parseLong(arguments[3])));
        }
    }

    private static void store(Path folder, int most, Duration patience) throws InterruptedException {
        FolderStore store = new FolderStore(folder, Clock.systemUTC());
        List<String> names = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger next = new AtomicInteger();
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int thread = 0; thread < THREADS; thread++) {
                threads.submit(() -> {
                    for (int at = next.getAndIncrement(); at < most
                            && System.nanoTime() - began < patience.toNanos(); at = next.getAndIncrement()) {
                        names.add(store.keep(page(at), "").hash());
                    }
                });
            }
            threads.shutdown();
            threads.awaitTermination(1, TimeUnit.DAYS);
        }
        say("copies", names.size());
        say("written a second", names.size() / seconds(began));
        reads(store, names);
        long sweep = System.nanoTime();
        say("bytes", store.sweep(Clock.systemUTC().instant().plus(Duration.ofDays(2)), all -> all));
        say("seconds to sweep", seconds(sweep));
    }

    private static void reads(FolderStore store, List<String> names) {
        Random random = new Random(1);
        long began = System.nanoTime();
        for (int i = 0; i < READS; i++) {
            if (!(store.read(names.get(random.nextInt(names.size()))) instanceof CopyRead.Whole)) {
                throw new AssertionError("a copy that was kept cannot be read");
            }
        }
        say("read a second", READS / seconds(began));
    }

    private static byte[] page(int number) {
        Random random = new Random(number);
        StringBuilder html = new StringBuilder("<html lang=vi><title>Trang ").append(number)
                .append("</title>");
        for (int i = 0; i < LINES; i++) {
            html.append("<li><a href='/tin/").append(random.nextInt(1_000_000)).append("'>Văn bản số ")
                    .append(Long.toString(random.nextLong(), 36)).append(" của xã</a></li>");
        }
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void packing(Path histories) throws IOException {
        long[] sums = new long[4];
        int versions = 0;
        for (Path portal : folders(histories)) {
            List<List<byte[]>> pages = new ArrayList<>();
            for (Path page : folders(portal)) {
                pages.add(kept(page));
            }
            versions += pages.stream().mapToInt(List::size).sum();
            byte[] dictionary = dictionary(pages);
            for (List<byte[]> page : pages) {
                add(sums, page, dictionary);
            }
            sums[2] += dictionary.length;
        }
        say("kept versions", versions);
        say("bytes a version", (double) sums[0] / versions);
        say("packed alone", (double) sums[1] / versions);
        say("with a dictionary of its portal", (double) sums[2] / versions);
        say("against the first copy of its page", (double) sums[3] / versions);
    }

    private static void add(long[] sums, List<byte[]> page, byte[] dictionary) {
        for (byte[] body : page) {
            sums[0] += body.length;
            sums[1] += packed(body, new byte[0]);
            sums[2] += packed(body, dictionary);
            byte[] first = page.getFirst();
            sums[3] += CopyFile.pack(body, DigestUtils.sha256Hex(first),
                    body == first ? new byte[0] : first).length;
        }
    }

    private static int packed(byte[] body, byte[] dictionary) {
        try (ZstdCompressCtx compressor = new ZstdCompressCtx()) {
            compressor.setLevel(LEVEL).setChecksum(true);
            if (dictionary.length > 0) {
                compressor.loadDict(dictionary);
            }
            return compressor.compress(body).length;
        }
    }

    private static byte[] dictionary(List<List<byte[]>> pages) {
        List<byte[]> samples = pages.stream().flatMap(List::stream).limit(SAMPLES).toList();
        ZstdDictTrainer trainer = new ZstdDictTrainer(
                samples.stream().mapToInt(sample -> sample.length).sum() + 1, DICTIONARY);
        samples.forEach(trainer::addSample);
        try {
            return samples.size() < 8 ? new byte[0] : trainer.trainSamples();
        } catch (com.github.luben.zstd.ZstdException tooLittleToLearnFrom) {
            return new byte[0];
        }
    }

    /** Those of a page's versions that say something new. */
    private static List<byte[]> kept(Path page) throws IOException {
        PageReader reader = new PageReader();
        List<byte[]> kept = new ArrayList<>();
        long before = 0;
        try (Stream<Path> files = Files.list(page)) {
            for (Path file : files.filter(name -> name.toString().endsWith(".html")).sorted().toList()) {
                byte[] body = Files.readAllBytes(file);
                long says = reader.read(new PageSource("https://portal.example.gov.vn/", body,
                        Optional.empty(), false)).canonicalHash();
                if (says != before) {
                    kept.add(body);
                }
                before = says;
            }
        }
        return kept;
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void say(String figure, double value) {
        System.out.printf(Locale.ROOT, "%s\t%.1f%n", figure, value);
    }
}
