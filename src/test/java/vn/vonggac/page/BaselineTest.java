package vn.vonggac.page;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class BaselineTest {

    static final Instant MONDAY = Instant.parse("2026-03-02T06:00:00Z");
    static final String USUAL = "<html lang=vi><title>Cổng thông tin xã</title><body><h1>Xã Phú Lộc</h1>"
            + "<ul class=menu><li>Giới thiệu</li><li>Thủ tục hành chính</li><li>Liên hệ góp ý</li></ul>"
            + "<p>Lịch tiếp công dân vào thứ năm hằng tuần</p><p><a href='https://chinhphu.vn/'>Chính phủ</a></p>";

    static PageContent read(String html) {
        return new PageReader().read(new PageSource("https://phuloc.hue.gov.vn/",
                html.getBytes(StandardCharsets.UTF_8), Optional.of("text/html; charset=utf-8"), false));
    }

    static Change change(String before, String after) {
        return Baseline.learned(read(before)).compare(read(after));
    }

    /** What is normal after as many days, each with the page that it had. */
    static Baseline daily(int days, IntFunction<String> page) {
        Baseline baseline = Baseline.empty();
        for (int day = 0; day < days; day++) {
            baseline = baseline.learn(read(page.apply(day)), MONDAY.plus(Duration.ofDays(day)));
        }
        return baseline;
    }

    @Test
    void isLearnedOverVisitsAndTimeNotFromAFew() {
        PageContent page = read(USUAL);
        Baseline hourly = Baseline.empty();
        for (int i = 0; i < 10; i++) {
            hourly = hourly.learn(page, MONDAY.plus(Duration.ofHours(i)));
        }
        assertThat(hourly.learned()).isFalse();
        assertThat(hourly.learned()).isFalse();
        assertThat(hourly.visits()).isEqualTo(10);
        assertThat(hourly.since()).contains(Instant.parse("2026-03-02T06:00:00Z"));
        assertThat(hourly.learn(page, MONDAY.plus(Duration.ofHours(24))).learned()).isTrue();
        assertThat(daily(4, day -> USUAL).learned()).isFalse();
    }

    @Test
    void aGivenPageCountsAsFullyLearned() {
        assertThat(Baseline.learned(read(USUAL)).learned()).isTrue();
        assertThat(change(USUAL, USUAL).kind()).isEqualTo(Change.Kind.NONE);
    }

    @Test
    void aPlantedLinkIsShownWithItsHost() {
        Change change = change(USUAL, USUAL + "<a href='https://789bet.example.one/'>Nhà cái uy tín</a>");

        assertThat(change.kind()).isEqualTo(Change.Kind.EDITORIAL);
        assertThat(change.added()).extracting(Block::text).containsExactly("Nhà cái uy tín");
        assertThat(change.addedLinks()).extracting(Link::host).containsExactly("789bet.example.one");
        assertThat(change.newOnPortal().links()).isEqualTo(change.addedLinks());
        assertThat(change.newPortalHosts()).containsExactly("789bet.example.one");
        assertThat(change.survival()).isEqualTo(1);
    }

    @Test
    void aHostThatOtherPagesOfThePortalLinkToIsNewOnThePageOnly() {
        String link = "<a href='https://dichvucong.gov.vn/'>Dịch vụ công</a>";
        PortalBaseline portal = PortalBaseline.learned(List.of(read("<h1>Trang khác</h1>" + link)));
        Change change = Baseline.learned(read(USUAL)).compare(read(USUAL + link), portal);

        assertThat(change.newHosts()).containsExactly("dichvucong.gov.vn");
        assertThat(change.newPortalHosts()).isEmpty();
        assertThat(change.addedLinks()).hasSize(1);
        assertThat(change.newOnPortal().isEmpty()).isTrue();
    }

    @Test
    void aPageOfWhichNothingIsLeftIsReplaced() {
        Change change = change(USUAL,
                "<title>x</title><body bgcolor=black><center>hacked by nobody</center>");

        assertThat(change.kind()).isEqualTo(Change.Kind.REPLACED);
        assertThat(change.survival()).isZero();
        assertThat(change.stableBlocks()).isEqualTo(6);
        assertThat(change.titleBefore()).isEqualTo("Cổng thông tin xã");
        assertThat(change.titleSurvival()).isZero();
        assertThat(change.languageBefore()).isEqualTo("vi");
        assertThat(change.languageAfter()).isEmpty();
    }

    @Test
    void textThatWasShownAndIsHiddenNowIsNew() {
        Change change = change(USUAL + "<p>Nhà tài trợ</p>",
                USUAL + "<p style='display:none'>Nhà tài trợ</p>");
        assertThat(change.added()).extracting(block -> block.hidden().isPresent()).containsExactly(true);
    }

    @Test
    void anEditIsToldWordByWord() {
        Change change = change(USUAL, USUAL.replace("thứ năm", "sáng thứ sáu"));

        assertThat(change.edits()).singleElement().satisfies(edit -> assertThat(edit.parts())
                .extracting(Edit.Part::fate, Edit.Part::text)
                .containsExactly(tuple(Edit.Fate.KEPT, "Lịch tiếp công dân vào"),
                        tuple(Edit.Fate.ADDED, "sáng"), tuple(Edit.Fate.KEPT, "thứ"),
                        tuple(Edit.Fate.REMOVED, "năm"), tuple(Edit.Fate.ADDED, "sáu"),
                        tuple(Edit.Fate.KEPT, "hằng tuần")));
        assertThat(change.added()).hasSize(1);
        assertThat(change.rows()).singleElement().satisfies(row -> assertThat(row.before()).isPresent());
    }

    @Test
    void aBlockThatStandsElsewhereIsMovedNotNew() {
        Change change = change(USUAL, USUAL.replace("<li>Giới thiệu</li>", "") + "<aside>Giới thiệu</aside>");

        assertThat(change.moved()).extracting(Block::text).containsExactly("Giới thiệu");
        assertThat(change.added()).isEmpty();
        assertThat(change.removed()).isEmpty();
    }

    @Test
    void tokensDatesAndNoncesAreVolatileFromTheFirstVisit() {
        String before = "<p>Cập nhật 16/05/2026 08:30:12</p><script nonce=x>var t='b33101936a',n=12;</script>";
        String after = "<p>Cập nhật 17/05/2026 09:01:40</p><script nonce=y>var t='688dbaafa9',n=13;</script>";

        Change change = change(USUAL + before, USUAL + after);
        assertThat(change.kind()).isEqualTo(Change.Kind.VOLATILE);
        assertThat(change.added()).isEmpty();
        assertThat(change.addedScripts()).isEmpty();
        assertThat(change.edits()).hasSize(1);
    }

    @Test
    void aNumberThatNeverChangedIsEditorialAndOneThatOftenDoesIsVolatile() {
        String phone = "<p>Số tài khoản 1234 5678</p>";
        IntFunction<String> page = day -> USUAL + phone + "<div class=count>Lượt truy cập: " + (100 + day)
                + "</div>";
        Baseline baseline = daily(8, page);

        assertThat(baseline.compare(read(page.apply(999))).kind()).isEqualTo(Change.Kind.VOLATILE);
        Change stolen = baseline.compare(read(page.apply(999).replace("5678", "9999")));
        assertThat(stolen.kind()).isEqualTo(Change.Kind.EDITORIAL);
        assertThat(stolen.edits()).extracting(edit -> edit.after().text()).contains("Số tài khoản 1234 9999");
    }

    @Test
    void aListThatChangesEveryDayIsVolatileUntilItLeadsToANewHost() {
        IntFunction<String> page = day -> USUAL + "<div class=news><a href='/tin/"
                + "abcdefghijkl".charAt(day)
                + ".html'>Tin " + "abcdefghijkl".charAt(day) + "</a></div>";
        Baseline baseline = daily(8, page);

        assertThat(baseline.compare(read(page.apply(9))).kind()).isEqualTo(Change.Kind.VOLATILE);
        assertThat(baseline.compare(read(page.apply(9) + "<p>Thông báo</p>")).kind())
                .isEqualTo(Change.Kind.EDITORIAL);
        assertThat(baseline.compare(read(page.apply(9).replace("/tin/", "https://hay88.example/"))).kind())
                .isEqualTo(Change.Kind.EDITORIAL);
    }

    @Test
    void oneErrorPageDoesNotBecomeNormal() {
        String error = "<title>503</title><h1>Service Unavailable</h1>";
        Baseline baseline = daily(8, day -> day == 7 ? error : USUAL);

        assertThat(baseline.compare(read(USUAL)).added()).isEmpty();
        assertThat(baseline.compare(read(USUAL)).survival()).isEqualTo(1);
        assertThat(baseline.compare(read(error)).kind()).isEqualTo(Change.Kind.REPLACED);
    }

    @Test
    void aRedesignBecomesNormalWithTime() {
        String redesign = "<html lang=vi><title>Cổng mới</title><main><section><h2>Trang mới</h2><p>Lời chào</p>"
                + "<p>Việc làm</p><p>Bản đồ</p><p>Hỏi đáp</p><p>Văn bản</p></section></main>";
        Baseline baseline = daily(20, day -> day < 8 ? USUAL : redesign);

        assertThat(baseline.compare(read(redesign)).kind()).isEqualTo(Change.Kind.NONE);
        assertThat(daily(9, day -> day < 8 ? USUAL : redesign).compare(read(redesign)).survival()).isZero();
    }

    @Test
    void whatAReviewerAcceptsIsNormalAtOnceAndWhatHeRejectsNeverWas() {
        String redesign = "<html lang=vi><title>Cổng mới</title><h2>Trang mới</h2><p>Lời chào</p><p>Bản đồ</p>";
        Baseline usual = daily(8, day -> USUAL);
        assertThat(
                usual.accept(read(redesign), MONDAY.plus(Duration.ofDays(8))).compare(read(redesign)).kind())
                .isEqualTo(Change.Kind.NONE);

        String infected = USUAL + "<p>Nhà cái</p><a href='https://789bet.example.one/'>x</a>";
        PortalBaseline portal = PortalBaseline.learned(List.of(read(infected)));
        Change change = usual.compare(read(infected));
        Baseline cured = usual.learn(read(infected), MONDAY.plus(Duration.ofDays(8))).reject(read(infected),
                change);
        Change again = cured.compare(read(infected), portal.reject(read(infected), change));
        assertThat(again.added()).extracting(Block::text).containsExactly("Nhà cái", "x");
        assertThat(again.newPortalHosts()).containsExactly("789bet.example.one");
        assertThat(again.newOnPortal().links()).hasSize(1);
    }

    @Test
    void howARejectedVersionWasBuiltAndCalledIsForgottenToo() {
        String defaced = "<title>Hacked by X</title><center><font><blink>Đã bị chiếm</blink></font></center>";
        Baseline usual = daily(8, day -> USUAL);
        Change change = usual.compare(read(defaced));
        Baseline learned = usual.learn(read(defaced), MONDAY.plus(Duration.ofDays(8)));
        assertThat(learned.compare(read(defaced)).templateDistance()).isZero();

        Change again = learned.reject(read(defaced), change).compare(read(defaced));
        assertThat(again.templateDistance()).isEqualTo(change.templateDistance()).isPositive();
        assertThat(again.titleBefore()).isEqualTo(change.titleBefore());
        assertThat(again.titleSurvival()).isEqualTo(change.titleSurvival());
    }

    @Test
    void isKeptInBytesWithoutLoss() {
        Baseline baseline = daily(6,
                day -> USUAL + "<script>var a=" + day + "</script><form action=/tim></form>"
                        + "<iframe src='https://youtube.com/embed/" + day + "'></iframe><p>Tin " + day * day
                        + "</p>");
        Baseline again = Baseline.read(baseline.bytes()).orElseThrow();
        PageContent page = read(USUAL + "<p>Tin mới</p><iframe src='https://hay88.example/'></iframe>");

        assertThat(again.visits()).isEqualTo(baseline.visits());
        assertThat(again.compare(page)).isEqualTo(baseline.compare(page));
        assertThat(again.bytes()).isEqualTo(baseline.bytes());
        assertThat(Baseline.read(new byte[]{1, 2, 3})).isEmpty();
    }
}
