package vn.vonggac.fetch;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Makes exchanges wait for their turn, as {@link Pace} says, and for room at a network address. */
final class Turns {

    private final Pace pace;
    private final FetchConfig.Pacing config;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Object, Queue> queues = new HashMap<>();

    Turns(FetchConfig.Pacing config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        this.pace = new Pace(config);
    }

    /**
     * Waits for the host's turn as long as patience lasts; anything but {@code Go} means that it did not come.
     *
     * @param insists whether a host that is left alone because it fails is asked all the same
     */
    Pace.Turn enter(String key, boolean insists) throws InterruptedException {
        Instant limit = clock.instant().plus(config.patience());
        lock.lockInterruptibly();
        Queue queue = join(key);
        try {
            while (true) {
                Instant now = clock.instant();
                Pace.Turn turn = pace.ask(key, now, insists);
                Instant next = switch (turn) {
                    case Pace.Turn.Go go -> now;
                    case Pace.Turn.Busy busy -> limit;
                    case Pace.Turn.Rest rest -> rest.until();
                    case Pace.Turn.Open open -> limit.plusNanos(1);
                };
                boolean hopeless = next.isAfter(limit) || !now.isBefore(limit);
                if (turn instanceof Pace.Turn.Go || hopeless) {
                    return turn;
                }
                queue.ready.awaitNanos(Math.max(Duration.between(now, next).toNanos(), 1));
            }
        } finally {
            leave(key, queue);
            lock.unlock();
        }
    }

    void done(String key, Duration took, Pace.Outcome outcome, Optional<Duration> retryAfter,
            Duration least) {
        pace.done(key, clock.instant(), took, outcome, retryAfter, least);
        wake(key, 0);
    }

    /** Takes a place at the address; false when none came free in time. */
    boolean arrive(InetAddress address, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lockInterruptibly();
        Queue queue = join(address);
        try {
            while (queue.inside >= config.perAddress()) {
                if (left <= 0) {
                    return false;
                }
                left = queue.ready.awaitNanos(left);
            }
            queue.inside++;
            return true;
        } finally {
            leave(address, queue);
            lock.unlock();
        }
    }

    void depart(InetAddress address) {
        wake(address, -1);
    }

    Instant readyAt(String key) {
        return pace.readyAt(key, clock.instant());
    }

    void tidy() {
        pace.tidy(clock.instant());
    }

    private void wake(Object key, int change) {
        lock.lock();
        try {
            Queue queue = queues.get(key);
            if (queue != null) {
                queue.inside += change;
                queue.ready.signalAll();
                forget(key, queue);
            }
        } finally {
            lock.unlock();
        }
    }

    private Queue join(Object key) {
        Queue queue = queues.computeIfAbsent(key, ignored -> new Queue(lock.newCondition()));
        queue.waiting++;
        return queue;
    }

    private void leave(Object key, Queue queue) {
        queue.waiting--;
        forget(key, queue);
    }

    private void forget(Object key, Queue queue) {
        if (queue.waiting == 0 && queue.inside == 0) {
            queues.remove(key);
        }
    }

    private static final class Queue {

        private final Condition ready;
        private int waiting;
        private int inside;

        private Queue(Condition ready) {
            this.ready = ready;
        }
    }
}
