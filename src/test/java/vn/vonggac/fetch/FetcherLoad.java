package vn.vonggac.fetch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** Run by hand: the CPU time of an exchange beside a bare GET's, and the exchanges a second of 200 hosts at once. */
public final class FetcherLoad {

    private static final int HOSTS = 200;
    private static final int ROUNDS = 9;
    private static final int A_ROUND = 4_000;

    private FetcherLoad() {}

    public static void main(String[] arguments) throws Exception {
        System.out.printf(Locale.ROOT, "CPU time of an exchange / of a bare GET: %.2f%n", ratio());
        long seconds = arguments.length == 0 ? 10 : Long.parseLong(arguments[0]);
        System.out.printf(Locale.ROOT, "%d hosts: %d exchanges/s in a heap of %d MB%n", HOSTS,
                throughput(seconds),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static double ratio() throws Exception {
        FetcherBenchmark both = new FetcherBenchmark();
        both.start();
        double[] ratios = new double[ROUNDS];
        for (int round = -3; round < ROUNDS; round++) {
            double bare = cpu(both::bare);
            double ours = cpu(both::fetcher);
            if (round >= 0) {
                ratios[round] = ours / bare;
                System.out.printf(Locale.ROOT, "bare %.1f us, fetcher %.1f us%n", bare / 1e3, ours / 1e3);
            }
        }
        both.stop();
        java.util.Arrays.sort(ratios);
        return ratios[ROUNDS / 2];
    }

    private static double cpu(Callable<?> exchange) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < A_ROUND; i++) {
            exchange.call();
        }
        return (threads.getCurrentThreadCpuTime() - start) / (double) A_ROUND;
    }

    private static long throughput(long seconds) throws IOException {
        FetchConfig config = FetchConfig.with(FetcherBenchmark.UNPACED);
        View view = new Views(config).citizen();
        LongAdder done = new LongAdder();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        try (PageOrigin origin = new PageOrigin();
                Fetcher fetcher = new Fetcher(config, InstantSource.system(),
                        host -> List.of(InetAddress.ofLiteral("127.0.0.1")), null);
                ExecutorService hosts = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < HOSTS; i++) {
                String host = "www" + i + ".gov.vn";
                Target target = new Target("http://" + host + ":" + origin.port() + "/", host, host,
                        Set.of(origin.port()), Optional.empty(), Target.Purpose.LISTED);
                hosts.submit(() -> {
                    while (System.nanoTime() < end) {
                        if (!(fetcher.fetch(target, view) instanceof Fetched)) {
                            throw new IllegalStateException("not fetched");
                        }
                        done.increment();
                    }
                    return host;
                });
            }
        }
        return done.sum() / seconds;
    }
}
