package vn.vonggac.demo;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What this process holds at a moment: what would grow if something were never let go. */
record Vitals(long heap, long threads, long virtual, long files, long connections, long temporary) {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final int MEGABYTE = 1 << 20;

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
        return Arrays.stream(ManagementFactory.getThreadMXBean().dumpAllThreads(false, false, 0))
                .filter(thread -> !thread.getThreadName().startsWith("qtp")).count();
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
