package vn.vonggac.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class PortalBaselineTest {

    private static final Instant MONDAY = BaselineTest.MONDAY;
    private static final String ARTICLE = "<html><title>%1$s</title><body><div class=top><nav><a href=/>Trang chủ"
            + "</a></nav></div><main class=article><h1>%1$s</h1><div class=body><p>%2$s</p><table><tr><td>1</td></tr>"
            + "</table></div></main><footer><p>Bản quyền</p></footer>";
    private static final String TEXT = "Ủy ban nhân dân xã thông báo lịch tiếp công dân định kỳ hằng tháng tại trụ sở, "
            + "đề nghị bà con đến đúng giờ và mang theo giấy tờ tùy thân, ngày %d.";
    private static final String FOREIGN = "Situs resmi tempat terbaik untuk anda yang ingin bermain dengan aman dan "
            + "nyaman setiap hari tanpa batas bersama kami di sini sekarang juga dengan pelayanan ramah";

    static Lesson lesson(PageContent page) {
        return new Lesson(page, Optional.empty(), Set.of());
    }

    private static PageContent article(String title, String text) {
        return BaselineTest.read(ARTICLE.formatted(title, text));
    }

    private static List<PageContent> articles(int number) {
        return IntStream.range(0, number).mapToObj(day -> article("Tin " + day, TEXT.formatted(day)))
                .toList();
    }

    private static PageContent links(IntStream hosts) {
        return BaselineTest.read(hosts.mapToObj(host -> "<a href='https://h" + host + ".example/'>x</a>")
                .collect(Collectors.joining()));
    }

    @Test
    void aNewPageOfAKnownTemplateIsAnOrdinaryNewPage() {
        PortalBaseline portal = PortalBaseline.learned(articles(8));

        assertThat(portal.novelty(article("Tin hay", TEXT.formatted(99)), Optional.empty()))
                .isEqualTo(Novelty.NONE);
        Novelty strange = portal.novelty(
                BaselineTest.read(
                        "<center><font><blink>" + FOREIGN + "</blink></font><a href='https://a.example/'>x"),
                Optional.empty());
        assertThat(strange.template()).isGreaterThan(0.8);
        assertThat(strange.wording()).isGreaterThan(0.8);
        assertThat(strange.words()).contains("situs", "bermain");
        assertThat(strange.hosts()).containsExactly("a.example");
    }

    @Test
    void whereEveryPageIsMadeAnotherWayOneMoreSaysNothing() {
        List<PageContent> pages = IntStream.range(0, 8).mapToObj(page -> BaselineTest.read(
                ("<d" + page + "><e" + page + "><f" + page + "><p class=k" + page + ">Tin</p>").repeat(3)))
                .toList();

        assertThat(PortalBaseline.learned(pages).templates()).isEqualTo(8);
        assertThat(PortalBaseline.learned(pages).novelty(article("Tin", "Họp"), Optional.empty()).template())
                .isZero();
    }

    @Test
    void ofAPageThatIsKnownOnlyWhatCameIntoItIsNew() {
        PortalBaseline portal = PortalBaseline.learned(articles(8));
        PageContent before = article("Tin 1", TEXT.formatted(1));
        PageContent now = article("Tin 1", TEXT.formatted(1) + "<p>" + FOREIGN + "</p>");

        assertThat(portal.novelty(before, Optional.of(Baseline.learned(before).compare(before, portal))))
                .isEqualTo(Novelty.NONE);
        assertThat(portal.novelty(now, Optional.of(Baseline.learned(before).compare(now, portal))).words())
                .contains("situs").doesNotContain("công");
    }

    @Test
    void aPageTeachesItsTemplateAndItsWordsOnceItIsKnownAndItsHostsAtOnce() {
        PortalBaseline portal = PortalBaseline.empty();
        Baseline page = Baseline.empty();
        PageContent content = BaselineTest.read(BaselineTest.USUAL);
        List<Integer> known = new ArrayList<>();
        for (int day = 0; day < 7; day++) {
            Instant at = MONDAY.plus(Duration.ofDays(day));
            portal = portal.learn(lesson(content), page, at);
            page = page.learn(content, at);
            known.add(portal.pages());
            assertThat(portal.usualHosts()).containsExactly(new PortalBaseline.UsualHost("chinhphu.vn", 1));
        }

        assertThat(known).containsExactly(0, 0, 0, 0, 1, 1, 1);
        assertThat(portal.visits()).isEqualTo(7);
        assertThat(portal.since()).contains(MONDAY);
        assertThat(portal.words()).isPositive();
        assertThat(portal.learned()).isFalse();
    }

    @Test
    void isLearnedFromPagesEnoughOverTimeEnoughAndThenLearnsNothingFromWhatIsNotNew() {
        PortalBaseline portal = PortalBaseline.empty();
        for (PageContent page : articles(5)) {
            Baseline usual = Baseline.empty();
            for (int day = 0; day < 5; day++) {
                portal = portal.learn(lesson(page), usual, MONDAY.plus(Duration.ofDays(day)));
                usual = usual.learn(page, MONDAY.plus(Duration.ofDays(day)));
            }
        }

        assertThat(portal.learned()).isTrue();
        assertThat(portal.learn(lesson(articles(1).getFirst()), Baseline.learned(articles(1).getFirst()),
                MONDAY.plus(Duration.ofDays(9)))).isSameAs(portal);
    }

    @Test
    void whatAReviewerAcceptsIsOrdinaryAndWhatTheyRejectIsNot() {
        PageContent campaign = BaselineTest.read("<center><font><blink>" + FOREIGN
                + "</blink></font><a href='https://a.example/'>x</a>");
        PortalBaseline accepted = PortalBaseline.learned(articles(8)).accept(campaign, Baseline.empty());
        assertThat(accepted.novelty(campaign, Optional.empty())).isEqualTo(Novelty.NONE);

        Change brought = Baseline.learned(BaselineTest.read("")).compare(campaign);
        Novelty again = accepted.reject(campaign, brought).novelty(campaign, Optional.empty());
        assertThat(again.hosts()).containsExactly("a.example");
        assertThat(again.words()).contains("situs");
        assertThat(accepted.knowsTemplate(campaign)).isTrue();
        assertThat(accepted.reject(campaign, brought).knowsTemplate(campaign)).isFalse();
    }

    @Test
    void hostsAreThoseOfAllItsPagesAndEachPageCountsOnce() {
        PortalBaseline portal = PortalBaseline.learned(List.of(
                BaselineTest.read(
                        "<a href='https://vff.org.vn/'>Bóng đá</a><a href='https://vff.org.vn/2'>Hai</a>"),
                BaselineTest.read(
                        "<a href='https://vff.org.vn/'>x</a><script src='https://cdn.example/a.js'></script>")));

        assertThat(portal.usualHosts()).extracting(PortalBaseline.UsualHost::host,
                PortalBaseline.UsualHost::pages)
                .containsExactly(tuple("vff.org.vn", 2), tuple("cdn.example", 1));
    }

    @Test
    void whatMatchesOnManyPagesThatAreWellIsWhatThePortalSpeaksOf() {
        PortalBaseline portal = PortalBaseline.empty();
        for (int page = 0; page < 20; page++) {
            Lesson lesson = new Lesson(articles(1).getFirst(), Optional.empty(),
                    page % 5 == 0 ? Set.of("football") : page == 1 ? Set.of("loans") : Set.of());
            portal = portal.learn(lesson, Baseline.empty().with(Patience.NONE), MONDAY);
        }

        assertThat(portal.topics()).containsExactly("football");
        assertThat(portal.speaksOf("loans")).isFalse();
    }

    @Test
    void staysSmallWhereAPortalNamesTensOfThousandsOfHostsAndWords() {
        PortalBaseline portal = PortalBaseline.learned(articles(8));
        for (int page = 0; page < 100; page++) {
            int from = 100 * page;
            PageContent hosts = links(IntStream.range(from, from + 100));
            PageContent words = BaselineTest.read("<i><b" + page + "><u" + page + "><p>" + IntStream
                    .range(10 * from, 10 * from + 1_000).mapToObj(word -> "a" + word)
                    .collect(Collectors.joining(" "))
                    + "</p><script>var a" + page + "=1</script>");
            for (PageContent each : List.of(hosts, words)) {
                portal = portal.learn(lesson(each), Baseline.empty().with(Patience.NONE), MONDAY);
            }
        }

        assertThat(portal.usualHosts()).hasSize(PortalBaseline.MOST_HOSTS);
        assertThat(portal.words()).isLessThanOrEqualTo(Vocabulary.MOST);
        assertThat(portal.templates()).isEqualTo(Manner.MOST_TEMPLATES);
        assertThat(portal.bytes()).hasSizeLessThan(200_000);
        assertThat(portal.knowsTemplate(articles(1).getFirst())).isTrue();
        assertThat(portal.neverLinked(Set.of("mot-ten-mien-nua.example"))).isEmpty();
        assertThat(Wording.of(articles(1).getFirst().blocks())).allMatch(portal.manner.vocabulary()::knows);
    }

    @Test
    void isKeptInBytesWithoutLoss() {
        List<PageContent> pages = new ArrayList<>(articles(3));
        pages.add(BaselineTest.read("<a href='https://vff.org.vn/'>x</a><script src=/a.js></script>"));
        PortalBaseline portal = PortalBaseline.learned(pages);
        PortalBaseline again = PortalBaseline.read(portal.bytes()).orElseThrow();

        assertThat(again.usualHosts().toList()).isEqualTo(portal.usualHosts().toList());
        assertThat(again.pages()).isEqualTo(4);
        assertThat(again.words()).isEqualTo(portal.words());
        assertThat(again.bytes()).isEqualTo(portal.bytes());
        assertThat(PortalBaseline.read(new byte[0])).isEmpty();
    }
}
