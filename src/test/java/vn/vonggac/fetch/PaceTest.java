package vn.vonggac.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** On a virtual clock: {@link #now} only moves when a test moves it. */
class PaceTest {

    private static final String HOST = "www.tinh.gov.vn";

    private Instant now = Instant.parse("2026-11-21T00:00:00Z");
    private final Pace pace = new Pace(FetchConfig.with(Map.of("pace.factor", "2", "pace.shortest", "1s",
            "pace.longest", "10s", "pace.back-off", "30s", "pace.longest-back-off", "10m", "pace.failures",
            "3",
            "pace.probe", "5m")).pace());

    @Test
    void oneExchangeAtATime() {
        assertThat(ask()).isEqualTo(new Pace.Turn.Go());
        assertThat(ask()).isEqualTo(new Pace.Turn.Busy());
        assertThat(pace.ask("other.gov.vn", now, false)).isEqualTo(new Pace.Turn.Go());
    }

    @ParameterizedTest(name = "an exchange of {0} ms is followed by a rest of {1} ms")
    @CsvSource({"100, 1000", "2000, 4000", "60000, 10000"})
    void restGrowsWithWhatTheLastOneTook(long took, long rest) {
        ask();
        done(Duration.ofMillis(took), Pace.Outcome.GOOD);
        assertThat(ask()).isEqualTo(new Pace.Turn.Rest(now.plusMillis(rest)));
        now = now.plusMillis(rest - 1);
        assertThat(ask()).isInstanceOf(Pace.Turn.Rest.class);
        now = now.plusMillis(1);
        assertThat(ask()).isEqualTo(new Pace.Turn.Go());
    }

    @Test
    void clockThatIsSetBackMakesNobodyWaitLonger() {
        ask();
        done(Duration.ofMillis(100), Pace.Outcome.GOOD);
        now = now.minus(Duration.ofDays(1));
        assertThat(ask()).isEqualTo(new Pace.Turn.Rest(now.plusSeconds(1)));
        now = now.plusSeconds(1);
        assertThat(ask()).isEqualTo(new Pace.Turn.Go());
    }

    @Test
    void hostThatAsksForLongerRestsGetsThemWithinTheLongest() {
        ask();
        pace.done(HOST, now, Duration.ofMillis(100), Pace.Outcome.GOOD, Optional.empty(),
                Duration.ofSeconds(5));
        assertThat(pace.readyAt(HOST, now)).isEqualTo(now.plusSeconds(5));
        now = now.plusSeconds(5);
        ask();
        pace.done(HOST, now, Duration.ofMillis(100), Pace.Outcome.GOOD, Optional.empty(),
                Duration.ofHours(1));
        assertThat(pace.readyAt(HOST, now)).isEqualTo(now.plusSeconds(10));
    }

    @Test
    void busyHostRestsLongerEachTimeUntilItIsWell() {
        assertThat(restAfterBusy(Optional.empty())).isEqualTo(Duration.ofSeconds(30));
        assertThat(restAfterBusy(Optional.empty())).isEqualTo(Duration.ofSeconds(60));
        assertThat(restAfterBusy(Optional.empty())).isEqualTo(Duration.ofSeconds(120));
        for (int i = 0; i < 20; i++) {
            restAfterBusy(Optional.empty());
        }
        assertThat(restAfterBusy(Optional.empty())).isEqualTo(Duration.ofMinutes(10));
        ask();
        done(Duration.ZERO, Pace.Outcome.GOOD);
        now = now.plusSeconds(1);
        assertThat(restAfterBusy(Optional.empty())).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void retryAfterIsObeyedButNotForEver() {
        assertThat(restAfterBusy(Optional.of(Duration.ofSeconds(90)))).isEqualTo(Duration.ofSeconds(90));
        assertThat(restAfterBusy(Optional.of(Duration.ofDays(3)))).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void hostThatKeepsFailingIsLeftAloneAndProbed() {
        fail();
        fail();
        fail();
        assertThat(ask()).isEqualTo(new Pace.Turn.Open(now.minusSeconds(1).plus(Duration.ofMinutes(5))));
        assertThat(pace.readyAt(HOST, now)).isEqualTo(now.minusSeconds(1).plus(Duration.ofMinutes(5)));
        now = now.plus(Duration.ofMinutes(5));
        assertThat(ask()).as("the probe").isEqualTo(new Pace.Turn.Go());
        assertThat(ask()).isEqualTo(new Pace.Turn.Busy());
        done(Duration.ZERO, Pace.Outcome.FAILED);
        assertThat(ask()).as("longer now").isEqualTo(new Pace.Turn.Open(now.plus(Duration.ofMinutes(10))));
        now = now.plus(Duration.ofMinutes(10));
        ask();
        done(Duration.ZERO, Pace.Outcome.GOOD);
        now = now.plusSeconds(1);
        fail();
        assertThat(ask()).as("closed again").isEqualTo(new Pace.Turn.Go());
    }

    @Test
    void hostThatIsLeftAloneIsAskedForWhoeverWaitsAndTriedNoLaterForIt() {
        fail();
        fail();
        fail();
        Instant tried = pace.readyAt(HOST, now);
        assertThat(pace.ask(HOST, now, true)).isEqualTo(new Pace.Turn.Go());
        done(Duration.ZERO, Pace.Outcome.FAILED);
        assertThat(ask()).isEqualTo(new Pace.Turn.Open(tried));

        now = now.plusSeconds(1);
        assertThat(pace.ask(HOST, now, true)).isEqualTo(new Pace.Turn.Go());
        done(Duration.ZERO, Pace.Outcome.GOOD);
        now = now.plusSeconds(1);
        assertThat(ask()).isEqualTo(new Pace.Turn.Go());
    }

    @Test
    void exchangeThatWasNotMadeNeedsNoRest() {
        ask();
        done(Duration.ofSeconds(9), Pace.Outcome.NONE);
        assertThat(ask()).isEqualTo(new Pace.Turn.Go());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            120                           | 120
            Sat, 21 Nov 2026 00:01:00 GMT | 60
            Fri, 20 Nov 2026 00:01:00 GMT |
            soon                          |
            -1                            |
            """)
    void retryAfterIsSecondsOrADate(String header, Long seconds) {
        assertThat(Aftermath.retryAfter(header, now))
                .isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds));
    }

    @Test
    void budgetIsOverForAnHour() {
        Budget budget = new Budget(1000);
        assertThat(budget.spend("a", 999, now)).isTrue();
        assertThat(budget.spend("a", 1, now)).isFalse();
        assertThat(budget.isLeft("a", now)).isFalse();
        assertThat(budget.isLeft("b", now)).isTrue();
        now = now.plus(Duration.ofHours(1));
        assertThat(budget.isLeft("a", now)).isTrue();
        assertThat(budget.spend("a", 1, now)).isTrue();
    }

    private Pace.Turn ask() {
        return pace.ask(HOST, now, false);
    }

    private void done(Duration took, Pace.Outcome outcome) {
        pace.done(HOST, now, took, outcome, Optional.empty(), Duration.ZERO);
    }

    private void fail() {
        assertThat(ask()).isEqualTo(new Pace.Turn.Go());
        done(Duration.ZERO, Pace.Outcome.FAILED);
        now = now.plusSeconds(1);
    }

    /** Asks, is told that the host is busy, and lets the rest pass. */
    private Duration restAfterBusy(Optional<Duration> retryAfter) {
        assertThat(ask()).isEqualTo(new Pace.Turn.Go());
        pace.done(HOST, now, Duration.ZERO, Pace.Outcome.BUSY, retryAfter, Duration.ZERO);
        Duration rest = Duration.between(now, ((Pace.Turn.Rest) ask()).until());
        now = now.plus(rest);
        return rest;
    }
}
