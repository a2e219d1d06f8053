package vn.vonggac.watch;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.quartz.spi.ThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Quartz's workers as virtual threads: a round mostly waits for an answer, so hundreds may wait at once.
 * Public because Quartz sets it up by reflection.
 */
public final class VirtualThreads implements ThreadPool {

    private static final Logger LOG = LoggerFactory.getLogger(VirtualThreads.class);

    private volatile int size;
    private final Duration patience;
    private final Semaphore free;
    private volatile boolean stopped;
    private volatile boolean givenUp;

    VirtualThreads(int size, Duration patience) {
        this.size = size;
        this.patience = patience;
        this.free = new Semaphore(size);
    }

    /** Makes room for so many; room that is there stays. */
    synchronized void atLeast(int wanted) {
        if (wanted > size) {
            free.release(wanted - size);
            size = wanted;
        }
    }

    @Override
    public boolean runInThread(Runnable work) {
        if (stopped || !free.tryAcquire()) {
            return false;
        }
        Thread.ofVirtual().name("round-", 0).start(() -> run(work));
        return true;
    }

    private void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (!givenUp) {
                throw e;
            }
            LOG.info("A round that was given up came to its end without a timetable");
        } finally {
            free.release();
        }
    }

    @Override
    public int blockForAvailableThreads() {
        try {
            free.acquire();
            free.release();
            return Math.max(1, free.availablePermits());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Whether the timetable waits for a place. */
    boolean awaited() {
        return free.hasQueuedThreads();
    }

    /** Whether it was shut down, and not everything ended while somebody waited for it. */
    boolean givenUp() {
        return givenUp;
    }

    @Override
    public void initialize() {}

    @Override
    public void shutdown(boolean waitForWork) {
        stopped = true;
        if (waitForWork) {
            awaitWork();
        }
    }

    private void awaitWork() {
        try {
            if (free.tryAcquire(size, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                free.release(size);
            } else {
                givenUp = true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int getPoolSize() {
        return size;
    }

    @Override
    public void setInstanceId(String id) {}

    @Override
    public void setInstanceName(String name) {}
}
