package vn.vonggac.page;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BaselineTest {

    static final Instant MONDAY = Instant.parse("2026-03-02T06:00:00Z");
    static final String USUAL = "<html lang=vi><title>Cổng thông tin xã</title><body><h1>Xã Phú Lộc</h1>"
            + "<ul><li>Giới thiệu</li><li>Thủ tục hành chính</li><li>Liên hệ góp ý</li></ul>"
            + "<p>Lịch tiếp công dân</p><p><a href='https://chinhphu.vn/'>Chính phủ</a></p>";

    static PageContent read(String html) {
        return new PageReader().read(new PageSource("https://phuloc.hue.gov.vn/",
                html.getBytes(StandardCharsets.UTF_8), Optional.of("text/html; charset=utf-8"), false));
    }

    @Test
    void isLearnedOverVisitsAndTimeNotFromAFew() {
        PageContent page = read(USUAL);
        Baseline hourly = Baseline.empty();
        for (int i = 0; i < 10; i++) {
            hourly = hourly.learn(page, MONDAY.plus(Duration.ofHours(i)));
        }
        assertThat(hourly.learned()).isFalse();
        assertThat(hourly.state()).isEqualTo("learning (10 visits, since 2026-03-02T06:00:00Z)");
        assertThat(hourly.learn(page, MONDAY.plus(Duration.ofHours(24))).state()).isEqualTo("learned");
    }

    @Test
    void aGivenPageCountsAsFullyLearned() {
        assertThat(Baseline.learned(read(USUAL)).learned()).isTrue();
        assertThat(Baseline.learned(read(USUAL)).compare(read(USUAL)).kind()).isEqualTo(Change.Kind.NONE);
    }

    @Test
    void aPlantedLinkIsShownWithItsHost() {
        Change change = Baseline.learned(read(USUAL))
                .compare(read(USUAL + "<a href='https://789bet.example.one/'>Nhà cái uy tín</a>"));

        assertThat(change.kind()).isEqualTo(Change.Kind.EDITORIAL);
        assertThat(change.added()).extracting(Block::text).containsExactly("Nhà cái uy tín");
        assertThat(change.addedLinks()).extracting(Link::host).containsExactly("789bet.example.one");
        assertThat(change.newPortalHosts()).containsExactly("789bet.example.one");
        assertThat(change.survival()).isEqualTo(1);
    }

    @Test
    void aHostThatOtherPagesOfThePortalLinkToIsNewOnThePageOnly() {
        PageContent other = read("<a href='https://dichvucong.gov.vn/'>Dịch vụ công</a>");
        Change change = Baseline.learned(read(USUAL)).compare(
                read(USUAL + "<a href='https://dichvucong.gov.vn/'>Dịch vụ công</a>"),
                PortalBaseline.empty().learn(other));

        assertThat(change.newHosts()).containsExactly("dichvucong.gov.vn");
        assertThat(change.newPortalHosts()).isEmpty();
    }

    @Test
    void aPageOfWhichNothingIsLeftIsReplaced() {
        Change change = Baseline.learned(read(USUAL))
                .compare(read("<title>x</title><body bgcolor=black><center>hacked by nobody</center>"));

        assertThat(change.kind()).isEqualTo(Change.Kind.REPLACED);
        assertThat(change.survival()).isZero();
        assertThat(change.titleBefore()).isEqualTo("Cổng thông tin xã");
    }

    @Test
    void whatChangesEveryDayIsVolatile() {
        Baseline baseline = Baseline.empty();
        for (int day = 0; day < 8; day++) {
            baseline = baseline.learn(
                    read(USUAL + "<div class=count>Lượt " + "xyzabcde".charAt(day) + "</div>"),
                    MONDAY.plus(Duration.ofDays(day)));
        }
        assertThat(baseline.compare(read(USUAL + "<div class=count>Lượt q</div>")).kind())
                .isEqualTo(Change.Kind.VOLATILE);
        assertThat(baseline.compare(read(USUAL + "<div class=count>Lượt e</div><p>Thông báo</p>")).kind())
                .isEqualTo(Change.Kind.EDITORIAL);
    }
}
