package vn.vonggac.page;

import java.util.concurrent.Semaphore;

/** How many bytes of pages may be read at once. A large page waits until there is room, small ones hardly do. */
final class ReadingMemory {

    private static final int UNIT = 1_024;

    private final Semaphore units;
    private final int most;

    ReadingMemory(long bytes) {
        this.most = (int) Math.clamp(bytes / UNIT, 1, Integer.MAX_VALUE);
        this.units = new Semaphore(most, true);
    }

    /** Takes room for a page, all of it when the page is larger than that. */
    Share take(int bytes) {
        int wanted = Math.min(most, bytes / UNIT + 1);
        units.acquireUninterruptibly(wanted);
        return new Share(wanted);
    }

    /** Room that is given back at the end. */
    final class Share implements AutoCloseable {

        private final int taken;

        private Share(int taken) {
            this.taken = taken;
        }

        @Override
        public void close() {
            units.release(taken);
        }
    }
}
