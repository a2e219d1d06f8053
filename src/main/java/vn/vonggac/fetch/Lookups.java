package vn.vonggac.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Name look-ups with a time limit. The system's resolver blocks and cannot be stopped, so it runs on a few
 * threads of its own, which may be stuck without the exchanges being so.
 */
final class Lookups implements AutoCloseable {

    private static final int THREADS = 32;
    private static final int WAITING = 2_000;

    private final Resolver resolver;
    private final Duration limit;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(THREADS, THREADS, 10, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING), Thread.ofPlatform().name("fetch-dns-", 0).daemon().factory());

    Lookups(Resolver resolver, Duration limit) {
        this.resolver = resolver;
        this.limit = limit;
        threads.allowCoreThreadTimeOut(true);
    }

    List<InetAddress> find(String host) throws UnknownHostException, TimeoutException, InterruptedException {
        Future<List<InetAddress>> answer;
        try {
            answer = threads.submit(() -> resolver.resolve(host));
        } catch (RejectedExecutionException e) {
            throw new TimeoutException("too many look-ups");
        }
        try {
            return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw unknown(host, e);
        } finally {
            answer.cancel(true);
        }
    }

    private static UnknownHostException unknown(String host, ExecutionException e) {
        UnknownHostException unknown = new UnknownHostException(host);
        unknown.initCause(e.getCause());
        return unknown;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
