package vn.vonggac.watch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimetableTest {

    private final BlockingQueue<Long> rounds = new LinkedBlockingQueue<>();

    @Test
    void aNewPortalIsLookedAtAtOnceAndThenInItsRhythm() throws Exception {
        try (Timetable timetable = Timetable.over(h2(), rounds::add, 4, false)) {
            timetable.start();
            timetable.plan(Map.of(7L, Duration.ofMillis(300)));

            assertThat(next()).isEqualTo(7);
            assertThat(next()).isEqualTo(7);
            assertThat(next()).isEqualTo(7);
        }
    }

    @Test
    void asManyPortalsAreLookedAtAtOnceAsBeginWhileOneIs() {
        assertThat(Timetable.atOnce(Collections.nCopies(3_000, Duration.ofMinutes(5)))).isEqualTo(80);
        assertThat(Timetable.atOnce(Collections.nCopies(3_000, Duration.ofMinutes(1)))).isEqualTo(400);
        assertThat(Timetable.atOnce(Collections.nCopies(3_000, Duration.ofSeconds(1)))).isEqualTo(1_000);
        assertThat(Timetable.atOnce(List.of())).isZero();
    }

    @Test
    void aChangedRhythmTakesEffectAtOnce() throws Exception {
        try (Timetable timetable = Timetable.over(h2(), rounds::add, 4, false)) {
            timetable.start();
            timetable.plan(Map.of(7L, Duration.ofDays(1)));
            next();
            timetable.plan(Map.of(7L, Duration.ofMillis(200)));

            assertThat(next()).isEqualTo(7);
            assertThat(next()).isEqualTo(7);
        }
    }

    @Test
    void aPausedPortalIsTakenOffAndOthersGoOn() throws Exception {
        try (Timetable timetable = Timetable.over(h2(), rounds::add, 4, false)) {
            timetable.start();
            timetable.plan(Map.of(7L, Duration.ofDays(1), 8L, Duration.ofDays(1)));
            next();
            next();
            timetable.plan(Map.of(8L, Duration.ofDays(1)));
            timetable.now(7);
            timetable.now(8);

            assertThat(next()).isEqualTo(8);
            assertThat(timetable.portals()).containsExactly(8L);
            assertThat(rounds).isEmpty();
        }
    }

    @Test
    void aPortalIsNeverLookedAtTwiceAtOnce() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        Round slow = portal -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            rounds.add(portal);
            await(go);
            inside.decrementAndGet();
        };
        try (Timetable timetable = Timetable.over(h2(), slow, 4, false)) {
            timetable.start();
            timetable.plan(Map.of(7L, Duration.ofMillis(50)));
            next();
            timetable.now(7);
            timetable.plan(Map.of(7L, Duration.ofMillis(50), 8L, Duration.ofDays(1)));
            assertThat(next()).isEqualTo(8);
            go.countDown();
            assertThat(next()).isEqualTo(7);

            assertThat(most).hasValue(2);
        }
    }

    @Test
    void whoFindsNoFreePlaceHasTheNextOne() throws Exception {
        CountDownLatch full = new CountDownLatch(2);
        Round busy = portal -> {
            full.countDown();
            await(full);
            rounds.add(portal);
        };
        Map<Long, Duration> portals = LongStream.rangeClosed(1, 30).boxed()
                .collect(Collectors.toMap(portal -> portal, portal -> Duration.ofMinutes(10)));
        try (Timetable timetable = Timetable.over(h2(), busy, 2, false)) {
            timetable.start();
            timetable.plan(portals);
            Set<Long> seen = new HashSet<>();
            while (seen.size() < portals.size()) {
                seen.add(next());
            }

            assertThat(seen).isEqualTo(portals.keySet());
        }
    }

    @Test
    void thatAllPlacesAreTakenIsKnownUntilOneIsFree() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        Round slow = portal -> {
            rounds.add(portal);
            await(go);
        };
        try (Timetable timetable = Timetable.over(h2(), slow, 1, false)) {
            assertThat(timetable.full()).isFalse();
            timetable.start();
            timetable.plan(Map.of(7L, Duration.ofDays(1)));
            next();
            assertThat(comes(timetable::full)).isTrue();
            go.countDown();
            assertThat(comes(() -> !timetable.full())).isTrue();
        }
    }

    private static boolean comes(BooleanSupplier state) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!state.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return state.getAsBoolean();
    }

    @Test
    void portalsThatCameTogetherHaveTheirTurnsApart() throws Exception {
        Duration rhythm = Duration.ofSeconds(2);
        Map<Long, Duration> portals = LongStream.rangeClosed(1, 20).boxed()
                .collect(Collectors.toMap(portal -> portal, portal -> rhythm));
        try (Timetable timetable = Timetable.over(h2(), rounds::add, 4, false)) {
            timetable.start();
            timetable.plan(portals);
            for (int first = 0; first < portals.size(); first++) {
                next();
            }
            next();
            long began = System.nanoTime();
            for (int second = 1; second < portals.size(); second++) {
                next();
            }

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(rhythm.dividedBy(4));
        }
    }

    @Test
    void aRoundThatBreaksDoesNotStopTheNext() throws Exception {
        Round broken = portal -> {
            rounds.add(portal);
            throw new IllegalStateException("broken on purpose");
        };
        try (Timetable timetable = Timetable.over(h2(), broken, 4, false)) {
            timetable.start();
            timetable.plan(Map.of(7L, Duration.ofMillis(100)));

            assertThat(next()).isEqualTo(7);
            assertThat(next()).isEqualTo(7);
        }
    }

    @Test
    void theTimetableOutlivesTheProcess() throws Exception {
        DataSource database = h2();
        Timetable before = Timetable.over(database, rounds::add, 4, false);
        before.plan(Map.of(7L, Duration.ofMillis(100)));
        before.close();

        try (Timetable after = Timetable.over(database, rounds::add, 4, false)) {
            after.start();
            assertThat(next()).isEqualTo(7);
        }
    }

    @Test
    void turnsMissedForAMonthAreMadeUpForOnce() throws Exception {
        DataSource database = h2();
        Map<Long, Duration> portals = Map.of(7L, Duration.ofSeconds(3), 8L, Duration.ofSeconds(3));
        try (Timetable before = Timetable.over(database, rounds::add, 4, false)) {
            before.plan(portals);
        }
        shift(database, Duration.ofDays(-30));
        try (Timetable after = Timetable.over(database, rounds::add, 4, false)) {
            after.start();
            after.plan(portals);
            assertThat(counted(Duration.ofSeconds(10))).allSatisfy((portal, times) -> assertThat(times)
                    .isBetween(2L, 6L)).containsOnlyKeys(7L, 8L);
        }
    }

    @Test
    void aClockThatRanAheadAndWasSetRightStallsNobody() throws Exception {
        DataSource database = h2();
        Map<Long, Duration> portals = Map.of(7L, Duration.ofSeconds(2));
        try (Timetable before = Timetable.over(database, rounds::add, 4, false)) {
            before.plan(portals);
        }
        shift(database, Duration.ofDays(2));
        try (Timetable after = Timetable.over(database, rounds::add, 4, false)) {
            after.start();
            after.plan(portals);

            assertThat(next()).isEqualTo(7);
            assertThat(next()).isEqualTo(7);
        }
    }

    private static void shift(DataSource database, Duration by) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE qrtz_triggers SET next_fire_time = next_fire_time + " + by.toMillis()
                    + ", start_time = start_time + " + by.toMillis());
        }
    }

    private Map<Long, Long> counted(Duration time) throws InterruptedException {
        Map<Long, Long> fired = new HashMap<>();
        long until = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
            Long portal = rounds.poll(left, TimeUnit.NANOSECONDS);
            if (portal != null) {
                fired.merge(portal, 1L, Long::sum);
            }
        }
        return fired;
    }

    @Test
    void twoNodesShareTheRoundsAlsoAfterARhythmWasChanged() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                Timetable one = Timetable.over(postgres.getPostgresDatabase(), rounds::add, 4, true);
                Timetable two = Timetable.over(postgres.getPostgresDatabase(), rounds::add, 4, true)) {
            one.start();
            two.start();
            one.plan(Map.of(7L, Duration.ofSeconds(30)));
            next();
            two.plan(Map.of(7L, Duration.ofMillis(500)));
            next();
            rounds.clear();

            assertThat(counted(Duration.ofSeconds(4)).get(7L)).isBetween(5L, 10L);
        }
    }

    private long next() throws InterruptedException {
        Long portal = rounds.poll(20, TimeUnit.SECONDS);
        assertThat(portal).as("a round within 20 s").isNotNull();
        return portal;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static DataSource h2() {
        return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID()
                + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                "sa", "");
    }
}
