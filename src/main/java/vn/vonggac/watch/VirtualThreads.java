package vn.vonggac.watch;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.quartz.spi.ThreadPool;

/**
 * Quartz's workers as virtual threads: a round mostly waits for an answer, so hundreds may wait at once.
 * Public because Quartz sets it up by reflection.
 */
public final class VirtualThreads implements ThreadPool {

    private static final long PATIENCE_SECONDS = 8;

    private final int size;
    private final Semaphore free;
    private volatile boolean stopped;

    VirtualThreads(int size) {
        this.size = size;
        this.free = new Semaphore(size);
    }

    @Override
    public boolean runInThread(Runnable work) {
        if (stopped || !free.tryAcquire()) {
            return false;
        }
        Thread.ofVirtual().name("round-", 0).start(() -> {
            try {
                work.run();
            } finally {
                free.release();
            }
        });
        return true;
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
            if (free.tryAcquire(size, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                free.release(size);
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
