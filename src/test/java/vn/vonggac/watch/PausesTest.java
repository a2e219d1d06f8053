package vn.vonggac.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vonggac.watch.FrontierPage.Source;

import static org.assertj.core.api.Assertions.assertThat;

class PausesTest {

    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final int LOOKS = 20;

    @ParameterizedTest(name = "each page within {0}, a turn each {1}: left alone for {2} at most")
    @CsvSource({"PT24H, PT5M, PT21H", "PT24H, PT12H, PT21H", "PT6M, PT1M, PT4M", "PT6M, PT2M, PT3M"})
    void aPageThatNeverChangesIsDueTwoTurnsBeforeItHasToBeLookedAt(Duration everyPage, Duration rhythm,
            Duration longest) {
        Watched portal = new Watched(1, 1, "", "https://xa.example/", rhythm, false, url -> true, Set.of(),
                false, false);
        Pauses pauses = new Pauses(Duration.ofMinutes(1), everyPage);
        FrontierPage page = FrontierPage.found(1, "https://xa.example/tin/1", Source.LINK, 2, NOW);
        for (int look = 0; look < LOOKS; look++) {
            page = page.visited(NOW, "clean", 200, "same", pauses.after(page, portal, "same", false), false,
                    Known.NOTHING);
        }
        assertThat(page.pause()).isEqualTo(longest);
    }
}
