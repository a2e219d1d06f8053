package vn.vonggac.demo;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What this process holds at a moment: what would grow if something were never let go. */
record Vitals(long heap, long threads, long virtual, long files, long connections, long temporary) {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final int MEGABYTE = 1 << 20;
    /** Threads that come with work and go without, and how many there may be at most: always counted as so many. */
    private static final Map<String, Long> POOLS = Map.of("fetch-dns-", 32L);

    /** After a full collection; heap in MB. */
    static Vitals now(Path temporary) throws IOException {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
        List<String> open = descriptors();
        long sockets = open.stream().filter(target -> target.startsWith("socket:")).count();
        return new Vitals(heap, own(), virtual(temporary),
                open.size() - sockets, sockets, files(temporary));
    }

    /** Without those of the province's own web server, which come and go with what is asked. */
    private static long own() {
        List<String> names = Arrays
                .stream(ManagementFactory.getThreadMXBean().dumpAllThreads(false, false, 0))
                .map(ThreadInfo::getThreadName).filter(name -> !name.startsWith("qtp")).toList();
        return names.size() + POOLS.entrySet().stream().mapToLong(pool -> Math.max(0, pool.getValue()
                - names.stream().filter(name -> name.startsWith(pool.getKey())).count())).sum();
    }

    private static List<String> descriptors() throws IOException {
        try (Stream<Path> all = Files.list(DESCRIPTORS)) {
            return all.flatMap(Vitals::target).toList();
        }
    }

    private static Stream<String> target(Path descriptor) {
        try {
            return Stream.of(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException closedMeanwhile) {
            return Stream.of();
        }
    }

    private static long virtual(Path temporary) throws IOException {
        Path dump = temporary.resolve("threads.txt").toAbsolutePath();
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpThreads(dump.toString(),
                ThreadDumpFormat.TEXT_PLAIN);
        try (Stream<String> lines = Files.lines(dump)) {
            return lines.filter(line -> line.startsWith("#") && line.contains("\" virtual ")).count();
        } finally {
            Files.delete(dump);
        }
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
