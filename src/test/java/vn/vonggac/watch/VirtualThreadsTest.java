package vn.vonggac.watch;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VirtualThreadsTest {

    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private final CompletableFuture<Throwable> uncaught = new CompletableFuture<>();
    private final CompletableFuture<Thread> round = new CompletableFuture<>();
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void restore() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    @Test
    void aRoundThatIsNotWaitedForMayBreakInSilence() throws Exception {
        VirtualThreads places = started(Duration.ofMillis(1));

        places.shutdown(true);

        assertThat(places.givenUp()).isTrue();
        goOn.countDown();
        round.get(10, TimeUnit.SECONDS).join();
        assertThat(uncaught).isNotDone();
    }

    @Test
    void aRoundThatBreaksInTimeIsNotGivenUp() throws Exception {
        VirtualThreads places = started(Duration.ofMinutes(1));
        goOn.countDown();

        places.shutdown(true);

        assertThat(places.givenUp()).isFalse();
        assertThat(uncaught.get(10, TimeUnit.SECONDS)).hasMessage("no timetable");
    }

    @Test
    void moreRoomIsMadeAndNoneIsTakenAway() {
        VirtualThreads places = started(Duration.ofMinutes(1));
        assertThat(places.runInThread(goOn::countDown)).isFalse();

        places.atLeast(2);
        places.atLeast(1);

        assertThat(places.getPoolSize()).isEqualTo(2);
        assertThat(places.runInThread(goOn::countDown)).isTrue();
        places.shutdown(true);
        assertThat(places.givenUp()).isFalse();
    }

    private VirtualThreads started(Duration patience) {
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> uncaught.complete(e));
        VirtualThreads places = new VirtualThreads(1, patience);
        places.runInThread(() -> {
            round.complete(Thread.currentThread());
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("no timetable");
        });
        return places;
    }
}
