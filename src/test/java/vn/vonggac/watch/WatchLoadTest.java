package vn.vonggac.watch;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The load of {@code src/bench/watch.sh}, small: a watch that cannot keep up with 50 portals keeps up with none. */
class WatchLoadTest {

    private static final int PORTALS = 50;
    private static final Duration RHYTHM = Duration.ofMinutes(1);

    @Test
    void fiftyPortalsAreLookedAtInTimeWithoutTakingTheMachine() throws IOException {
        Map<String, Object> figures = new HashMap<>();
        try (WatchLoad load = new WatchLoad(PORTALS, new LoadSite(4, RHYTHM, 0), RHYTHM,
                LoadDatabase.embedded(), figures::put)) {
            load.run(Duration.ofSeconds(20));

            assertThat(load.homesLookedAt()).isEqualTo(PORTALS);
            assertThat((double) figures.get("home lag p99, s (worst sample)")).isLessThan(30);
            assertThat((double) figures.get("looks a second")).isGreaterThan(PORTALS / 20.0);
            assertThat((long) figures.get("heap after collecting, MB")).isLessThan(1_500);
        }
    }
}
