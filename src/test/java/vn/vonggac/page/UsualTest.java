package vn.vonggac.page;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UsualTest {

    private static final Instant START = Instant.parse("2026-01-05T01:00:00Z");
    private static final String PAGE = """
            <html lang=vi><title>%s - UBND xã An Bình</title>
            <a href='https://www.chinhphu.vn/'>Chính phủ</a><a href='/tin'>Tin</a>
            <script src='https://cdn.example/a.js'></script><form action='/tim-kiem'><input name=q></form>
            <iframe src='https://ban-do.example/x'></iframe>%s""";

    @Test
    void whatIsAlwaysInTheTitleIsItsPatternAndTheRestAGap() {
        Baseline known = Baseline.empty();
        for (String news : new String[]{"Hội nghị", "Lịch tiếp dân 12/2026", "Tin trong ngày 30"}) {
            known = known.learn(page(news, ""), START.plus(Duration.ofDays(known.visits())));
        }

        assertThat(Usual.of(known).title()).isEqualTo("… - UBND xã An Bình");
        assertThat(Usual.of(known).language()).isEqualTo("vi");
    }

    @Test
    void whatHangsOnThePageOnMostLooksIsUsualAndWhatCameOnceIsNot() {
        Baseline known = Baseline.empty();
        for (int day = 0; day < 6; day++) {
            known = known.learn(page("Tin", day == 3 ? "<a href='https://hoi.example/'>x</a>" : ""),
                    START.plus(Duration.ofDays(day)));
        }

        Usual usual = Usual.of(known);
        assertThat(usual.hosts()).containsExactly("www.chinhphu.vn");
        assertThat(usual.scripts()).containsExactly("cdn.example");
        assertThat(usual.forms()).singleElement().asString().endsWith("/tim-kiem");
        assertThat(usual.frames()).containsExactly("ban-do.example");
        assertThat(usual.size()).isBetween(100L, 1_000L);
    }

    @Test
    void nothingIsUsualOnAPageThatWasNeverSeen() {
        Usual usual = Usual.of(Baseline.empty());

        assertThat(usual.title()).isEmpty();
        assertThat(usual.hosts()).isEmpty();
    }

    private static PageContent page(String news, String more) {
        return BaselineTest.read(PAGE.formatted(news, more));
    }
}
