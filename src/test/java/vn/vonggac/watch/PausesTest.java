package vn.vonggac.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vonggac.watch.FrontierPage.Source;

import static org.assertj.core.api.Assertions.assertThat;

class PausesTest {

    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration RHYTHM = Duration.ofMinutes(5);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final int LOOKS = 20;

    @ParameterizedTest(name = "each page within {0}, a turn each {1}: left alone for {2} at most")
    @CsvSource({"PT24H, PT5M, PT21H", "PT24H, PT12H, PT21H", "PT6M, PT1M, PT4M", "PT6M, PT2M, PT3M"})
    void aPageThatNeverChangesIsDueTwoTurnsBeforeItHasToBeLookedAt(Duration everyPage, Duration rhythm,
            Duration longest) {
        assertThat(afterManyLooks("/tin/1", Source.LINK, 2, everyPage, rhythm)).isEqualTo(longest);
    }

    @Test
    void theSiteMapIsLookedAtAsOftenAsAPageThatOpensAPart() {
        assertThat(afterManyLooks("/sitemap.xml", Source.SITEMAP, 0, DAY, RHYTHM)).isEqualTo(SHORTEST);
        assertThat(afterManyLooks("/tin-tuc", Source.LINK, 1, DAY, RHYTHM)).isEqualTo(SHORTEST);
        assertThat(afterManyLooks("/wp-sitemap.xml", Source.SITEMAP, 1, DAY, RHYTHM)).isEqualTo(SHORTEST);
        assertThat(afterManyLooks("/sitemap-7.xml", Source.LINK, 2, DAY, RHYTHM)).isGreaterThan(SHORTEST);
    }

    private static Duration afterManyLooks(String path, Source source, int depth, Duration everyPage,
            Duration rhythm) {
        Watched portal = new Watched(1, 1, "", "https://xa.example/", rhythm, false, url -> true, Set.of(),
                false, false);
        Pauses pauses = new Pauses(SHORTEST, everyPage, seen -> seen.source().risky());
        FrontierPage page = FrontierPage.found(1, "https://xa.example" + path, source, depth, NOW);
        for (int look = 0; look < LOOKS; look++) {
            page = page.visited(NOW, "clean", 200, "same", pauses.after(page, portal, "same", false), false,
                    Known.NOTHING);
        }
        return page.pause();
    }
}
