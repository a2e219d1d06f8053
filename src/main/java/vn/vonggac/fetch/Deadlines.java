package vn.vonggac.fetch;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends exchanges whose time is over, from outside, because a server that drips a byte now and then never lets a
 * socket's own time limit expire. One thread looks at all of them several times a second.
 */
final class Deadlines implements AutoCloseable {

    private static final long TICK_MILLIS = 20;

    private final Set<Watch> running = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean open = true;

    /** @param chores done every few seconds */
    Deadlines(Runnable chores) {
        thread = Thread.ofPlatform().name("fetch-deadlines").daemon().start(() -> look(chores));
    }

    Watch watch(Duration deadline) {
        Watch watch = new Watch(System.nanoTime() + deadline.toNanos());
        running.add(watch);
        return watch;
    }

    private void look(Runnable chores) {
        for (long round = 1; open; round++) {
            long now = System.nanoTime();
            running.forEach(watch -> watch.look(now));
            if (round % 250 == 0) {
                chores.run();
            }
            try {
                Thread.sleep(TICK_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void close() {
        open = false;
        running.forEach(watch -> watch.fire(Failed.Cause.INTERRUPTED));
        thread.interrupt();
    }

    /** The limits of one exchange: one for the whole and one for the phase it is in. */
    final class Watch implements AutoCloseable {

        private final long due;
        private volatile long phaseDue;
        private volatile Failed.Cause phaseCause = Failed.Cause.DEADLINE;
        private volatile Failed.@org.jspecify.annotations.Nullable Cause fired;
        private volatile Runnable abort = () -> {
        };

        private Watch(long due) {
            this.due = due;
            phaseDue = due;
        }

        /** From now on, until the next phase, this much time; {@code abort} makes the blocked thread return. */
        void phase(Failed.Cause cause, Duration limit, Runnable abort) {
            this.abort = abort;
            phaseCause = cause;
            phaseDue = System.nanoTime() + limit.toNanos();
        }

        /** No limit but the whole exchange's. */
        void phase(Runnable abort) {
            phase(Failed.Cause.DEADLINE, left(), abort);
        }

        Duration left() {
            return Duration.ofNanos(Math.max(0, due - System.nanoTime()));
        }

        Optional<Failed.Cause> fired() {
            if (fired == null && System.nanoTime() - due >= 0) {
                fired = Failed.Cause.DEADLINE;
            }
            return Optional.ofNullable(fired);
        }

        private void look(long now) {
            if (now - due >= 0) {
                fire(Failed.Cause.DEADLINE);
            } else if (now - phaseDue >= 0) {
                fire(phaseCause);
            }
        }

        private void fire(Failed.Cause cause) {
            if (fired == null) {
                fired = cause;
            }
            abort.run();
        }

        @Override
        public void close() {
            running.remove(this);
        }
    }
}
