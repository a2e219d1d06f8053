package vn.vonggac.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CorpusTest {

    private static final Instant MONDAY = Instant.parse("2026-08-03T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-08-04T00:00:00Z");

    private final PageReader reader = new PageReader();

    @TempDir
    Path folder;

    private Corpus corpus;

    @BeforeEach
    void open() {
        corpus = Corpus.open(folder, CorpusConfig.usual());
    }

    @AfterEach
    void close() {
        corpus.close();
    }

    @Test
    void aPageIsFoundByAWordWithAndWithoutMarks() {
        corpus.add(version(1, 10, "/a", "Sở Xây dựng công bố quy hoạch chi tiết"));

        assertThat(corpus.search(Search.everywhere("\"quy hoạch\"")).total()).isEqualTo(1);
        assertThat(corpus.search(Search.everywhere("\"quy hoach\"")).total()).isEqualTo(1);
        assertThat(corpus.search(Search.everywhere("\"thủ tục\"")).total()).isZero();
    }

    @Test
    void theSnippetShowsWhatMatchedAndNothingIsMarkup() {
        corpus.add(version(1, 10, "/a", "Tin tức. Đăng ký &lt;b&gt;nhà cái&lt;/b&gt; uy tín hôm nay."));

        Found.Hit hit = corpus.search(Search.everywhere("\"nhà cái\"")).hits().getFirst();
        assertThat(hit.snippet()).filteredOn(Found.Piece::marked).extracting(Found.Piece::text)
                .containsExactly("nhà", "cái");
        assertThat(hit.text()).contains("Đăng ký <b>nhà cái</b> uy tín");
        assertThat(hit.url()).isEqualTo("https://p1.example.gov.vn/a");
    }

    @Test
    void linkedHostsAreFoundByField() {
        corpus.add(version(1, 10, "/a", "<a href='https://vip.kubet88.example/x'>xem</a>"));

        assertThat(corpus.search(Search.everywhere("linkhost:kubet88")).total()).isEqualTo(1);
        assertThat(corpus.search(Search.everywhere("text:kubet88")).total()).isZero();
    }

    @Test
    void aReaderFindsOnlyWhatTheirAgenciesHoldAlsoInTheCount() {
        corpus.add(version(1, 10, "/a", "nhà cái"));
        corpus.add(version(2, 20, "/b", "nhà cái"));

        Found found = corpus.search(Search.everywhere("\"nhà cái\"").within(Set.of(20L)));
        assertThat(found.total()).isEqualTo(1);
        assertThat(found.hits()).extracting(Found.Hit::portal).containsExactly(2L);
        assertThat(corpus.search(Search.everywhere("\"nhà cái\" OR agency:10").within(Set.of(20L))).total())
                .isEqualTo(1);
        assertThat(corpus.search(Search.everywhere("\"nhà cái\"").within(Set.of())).total()).isZero();
    }

    @Test
    void aPortalThatMovedIsFoundByItsNewAgencyOnly() {
        corpus.add(version(1, 10, "/a", "nhà cái"));
        corpus.moved(1, 30);

        assertThat(corpus.search(Search.everywhere("nhà").within(Set.of(10L))).total()).isZero();
        assertThat(corpus.search(Search.everywhere("nhà").within(Set.of(30L))).total()).isEqualTo(1);
    }

    @Test
    void whatAPageNoLongerSaysIsFoundUnlessOnlyWhatIsThereIsAskedFor() {
        corpus.add(gone(version(1, 10, "/a", "nhà cái uy tín")));
        corpus.add(at(TUESDAY, version(1, 10, "/a", "đã gỡ bỏ")));

        Search gambling = Search.everywhere("\"nhà cái\"");
        assertThat(corpus.search(gambling).hits()).singleElement().returns(false, Found.Hit::stillThere)
                .returns(MONDAY, Found.Hit::seenFrom);
        assertThat(corpus.search(gambling.whatIsStillThere()).total()).isZero();
        assertThat(corpus.search(Search.everywhere("\"gỡ bỏ\"").since(TUESDAY)).total()).isEqualTo(1);
        assertThat(corpus.search(gambling.since(TUESDAY)).total()).isZero();
        assertThat(corpus.search(gambling).reach()).contains(MONDAY);
    }

    @Test
    void theSameVersionGivenTwiceIsOne() {
        corpus.add(version(1, 10, "/a", "nhà cái"));
        corpus.add(version(1, 10, "/a", "nhà cái"));
        corpus.seen(version(1, 10, "/a", "nhà cái").id(), TUESDAY, true);

        assertThat(corpus.search(Search.everywhere("nhà")).hits()).singleElement()
                .returns(MONDAY, Found.Hit::seenFrom).returns(TUESDAY, Found.Hit::seenTo);
    }

    @Test
    void whatWasCommittedSurvivesAndItsNumberWithIt() {
        corpus.add(version(1, 10, "/a", "nhà cái"));
        corpus.reachesTo(41, Optional.empty());
        corpus.commit();
        corpus.add(version(1, 10, "/b", "nhà cái"));
        corpus.reachesTo(42, Optional.of(TUESDAY));
        assertThat(corpus.indexedUpTo()).isEqualTo(41);

        assertThat(Corpus.search(folder, CorpusConfig.usual(), Search.everywhere("nhà")).total())
                .isEqualTo(1);
        corpus.close();
        corpus = Corpus.open(folder, CorpusConfig.usual());
        assertThat(corpus.search(Search.everywhere("nhà")).total()).isEqualTo(2);
        assertThat(corpus.indexedUpTo()).isEqualTo(42);
        assertThat(corpus.search(Search.everywhere("nhà")).reach())
                .as("what was let go before then is not there to be found").contains(TUESDAY);
    }

    @ParameterizedTest(name = "{0} goes wrong at letter {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"\"nhà cái | 8", "nhà AND | 7",
            "nhà ) cái | 4",
            "linkhost:[a TO | 14", "nhà AND OR cái | 8"})
    void aQueryThatCannotBeReadSaysWhereItGoesWrong(String query, int place) {
        assertThatThrownBy(() -> corpus.search(Search.everywhere(query)))
                .isInstanceOfSatisfying(BadQuery.class, bad -> {
                    assertThat(bad.reason()).isEqualTo(BadQuery.Reason.SYNTAX);
                    assertThat(bad.place()).hasValue(place);
                }).hasMessageContaining(query);
    }

    @Test
    void hitsAreCountedAndNarrowedDownByEveryFacet() {
        corpus.add(version(1, 10, "/a", "nhà cái"));
        corpus.add(version(1, 10, "/b", "nhà cái"));
        corpus.add(version(2, 20, "/a", "nhà cái"));

        Search gambling = Search.everywhere("\"nhà cái\"");
        Map<Facet, List<Found.Count>> counts = corpus.search(gambling).counts();
        assertThat(counts.get(Facet.PORTAL)).containsExactly(new Found.Count("1", 2),
                new Found.Count("2", 1));
        assertThat(counts.get(Facet.VERDICT)).containsExactly(new Found.Count("clean", 3));
        assertThat(counts.get(Facet.MONTH)).containsExactly(new Found.Count("202608", 3));
        assertThat(counts.get(Facet.TEMPLATE)).hasSize(1);
        assertThat(corpus.search(gambling.narrow(Facet.AGENCY, "20")).total()).isEqualTo(1);
        assertThat(corpus.search(gambling.narrow(Facet.VIEW, "rendered")).total()).isZero();
        assertThat(corpus.search(gambling.narrow(Facet.PORTAL, "1 OR 2")).total()).isZero();
        assertThat(corpus.search(gambling.within(Set.of(20L))).counts().get(Facet.PORTAL))
                .as("no more than the hits").containsExactly(new Found.Count("2", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal:1", "agency:10", "view:phone", "view:citizen", "verdict:clean",
            "seen-from:2026-08-03", "seen-from:[2026-08-01 TO 2026-08-31]", "seen-to:[2026-08-03 TO *]",
            "added:\"vừa thêm\"", "title:cổng", "text:\"nhà cái\"", "url:tin", "host:p1", "language:vi",
            "hidden:kubet", "meta:uy", "anchor:xem", "linkhost:new88", "script:eval"})
    void everyFieldOfAVersionCanBeAskedFor(String query) {
        corpus.add(version(1, 10, "/tin",
                """
                        nhà cái <span hidden>kubet</span><a href="https://new88.example/">xem</a><meta name="description"
                        content="uy tín"><script>eval(1)</script>"""));
        corpus.add(at(TUESDAY.plusSeconds(30 * 86_400), version(2, 20, "/b", "không liên quan")));

        assertThat(corpus.search(Search.everywhere(query)).hits()).extracting(Found.Hit::portal).contains(1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal:2", "agency:20", "seen-from:2026-08-04", "view:bot",
            "verdict:compromised",
            "seen-to:[2026-08-04 TO *]", "language:en", "template:1", "simhash:1"})
    void aFieldWithAnotherValueFindsNothing(String query) {
        corpus.add(version(1, 10, "/tin", "nhà cái"));

        assertThat(corpus.search(Search.everywhere(query)).total()).isZero();
    }

    @Test
    void aFieldThatIsANumberRefusesWords() {
        assertThatThrownBy(() -> corpus.search(Search.everywhere("portal:so")))
                .isInstanceOf(BadQuery.class);
    }

    @Test
    void aDamagedIndexBeginsAgainAndSaysSo() throws IOException {
        for (int i = 0; i < 50; i++) {
            corpus.add(version(1, 10, "/" + i, "nhà cái số " + i));
        }
        corpus.reachesTo(50, Optional.empty());
        corpus.close();
        truncateASegment();
        corpus = Corpus.open(folder, CorpusConfig.usual());

        assertThat(corpus.sequence()).isZero();
        assertThat(corpus.search(Search.everywhere("nhà")).total()).isZero();
        corpus.add(version(1, 10, "/a", "nhà cái"));
        assertThat(corpus.search(Search.everywhere("nhà")).total()).isEqualTo(1);
    }

    @Test
    void damageInTheMiddleIsFoundByReadingTheWhole() throws IOException {
        for (int i = 0; i < 500; i++) {
            corpus.add(version(1, 10, "/" + i, "nhà cái số " + i + " " + "abc ".repeat(i)));
        }
        corpus.reachesTo(50, Optional.empty());
        corpus.close();
        Path segment = segment();
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 3] ^= 1;
        Files.write(segment, bytes);
        corpus = Corpus.open(folder, CorpusConfig.usual());

        assertThat(corpus.sequence()).as("opening does not look there").isEqualTo(50);
        assertThat(corpus.checkWhole()).isFalse();
        assertThat(corpus.sequence()).isZero();
        assertThat(corpus.checkWhole()).isTrue();
    }

    @Test
    void aFileCutOffWhileTheIndexIsOpenIsDoubtedAndTheIndexBeginsAgain() throws IOException {
        for (int i = 0; i < 500; i++) {
            corpus.add(version(1, 10, "/" + i, "nhà cái số " + i + " " + "abc ".repeat(i)));
        }
        corpus.reachesTo(500, Optional.empty());
        corpus.commit();
        assertThat(corpus.search(Search.everywhere("\"nhà cái\"")).total()).isEqualTo(500);
        assertThat(corpus.doubted()).isFalse();
        try (FileChannel file = FileChannel.open(segment(), StandardOpenOption.WRITE)) {
            file.truncate(0);
        }

        assertThatThrownBy(() -> corpus.search(Search.everywhere("\"nhà cái\"")))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(corpus.doubted()).isTrue();
        assertThat(corpus.checkWhole()).isFalse();
        assertThat(corpus.doubted()).isFalse();
        assertThat(corpus.sequence()).isZero();
        corpus.add(version(1, 10, "/a", "nhà cái"));
        assertThat(corpus.search(Search.everywhere("nhà")).total()).isEqualTo(1);
    }

    private void truncateASegment() throws IOException {
        Path segment = segment();
        Files.write(segment, Arrays.copyOf(Files.readAllBytes(segment), (int) Files.size(segment) / 2));
    }

    private Path segment() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".cfs")).findFirst().orElseThrow();
        }
    }

    @Test
    void whereTooManyMatchTheNewestAreCountedAndItIsSaidThatThereAreMore() {
        corpus.close();
        corpus = Corpus.open(folder, new CorpusConfig(60_000, Duration.ofSeconds(3), 100));
        for (int i = 0; i < 120; i++) {
            corpus.add(version(1, 10, "/" + i, "thông báo"));
        }
        corpus.commit();
        for (int i = 0; i < 90; i++) {
            corpus.add(at(TUESDAY, version(2, 20, "/" + i, "thông báo")));
        }

        Found found = corpus.search(Search.everywhere("\"thông báo\"").page(10, 0));
        assertThat(found.total()).isEqualTo(100);
        assertThat(found.more()).isTrue();
        assertThat(found.hits()).hasSize(10);
        assertThat(found.counts().get(Facet.PORTAL)).contains(new Found.Count("2", 90),
                new Found.Count("1", 10));
        assertThat(corpus.hunt(Search.everywhere("\"thông báo\"")).versions()).isEqualTo(210);
        assertThat(corpus.search(Search.everywhere("\"thông báo\" AND portal:2")).more()).isFalse();
    }

    @Test
    void aHuntSaysWhoSinceWhenAndWhatIsStillThere() {
        corpus.add(version(1, 10, "/a", "nhà cái uy tín"));
        corpus.add(gone(version(1, 10, "/b", "nhà cái uy tín")));
        corpus.add(at(TUESDAY, version(1, 10, "/b", "đã gỡ")));
        corpus.add(at(TUESDAY, version(2, 20, "/a", "nhà cái mới")));

        Hunted hunted = corpus.hunt(Search.everywhere("\"nhà cái\""));
        assertThat(hunted.portals()).containsExactly(
                new Hunted.OnPortal(1, 2, 1, MONDAY, MONDAY, Map.of(YearMonth.of(2026, 8), 2)),
                new Hunted.OnPortal(2, 1, 1, TUESDAY, TUESDAY, Map.of(YearMonth.of(2026, 8), 1)));
        assertThat(hunted.pages()).isEqualTo(3);
        assertThat(hunted.stillThere()).isEqualTo(2);
        assertThat(hunted.reach()).contains(MONDAY);
        assertThat(corpus.hunt(Search.everywhere("\"nhà cái\"").within(Set.of(20L))).portals())
                .extracting(Hunted.OnPortal::portal).containsExactly(2L);
    }

    @Test
    void aDoorwayIsKnownAgainUnderAnotherName() {
        String doorway = "Nhà cái %s uy tín số một châu Á, nạp rút nhanh, khuyến mãi chào mừng thành viên mới, "
                + "tải ứng dụng về máy, chơi tài xỉu, xóc đĩa, bắn cá đổi thưởng mỗi ngày cùng hàng nghìn người";
        corpus.add(version(1, 10, "/a", doorway.formatted("kubet")));
        corpus.add(version(2, 20, "/b", doorway.formatted("new88")));
        corpus.add(version(3, 20, "/c", "Thông báo lịch tiếp công dân của Chủ tịch Ủy ban nhân dân"));

        String asked = corpus.search(Search.everywhere("kubet")).hits().getFirst().id();
        assertThat(corpus.like(asked, Search.everywhere("")).hits()).singleElement()
                .satisfies(hit -> assertThat(hit.url()).isEqualTo("https://p2.example.gov.vn/b"))
                .satisfies(hit -> assertThat(hit.likeness().orElseThrow()).isBetween(0.7, 1.0));
        assertThat(corpus.like(asked, Search.everywhere("").within(Set.of(10L))).total()).isZero();
        assertThat(corpus.like("none", Search.everywhere("")).total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/(a|b|c|d|e)*(x+)+y/", "*a*", "text:/.*.*.*.*z/", "nhà~2", "[* TO *]"})
    void wideQueriesEndInTimeOrSayThatTheyAreTooWide(String query) {
        for (int i = 0; i < 50; i++) {
            corpus.add(version(1, 10, "/" + i, "nhà cái số " + i));
        }
        try {
            assertThat(corpus.search(Search.everywhere(query)).total()).isNotNegative();
        } catch (BadQuery bad) {
            assertThat(bad.reason()).isIn(BadQuery.Reason.TOO_SLOW, BadQuery.Reason.TOO_WIDE,
                    BadQuery.Reason.SYNTAX);
        }
    }

    @Test
    void aQueryOfThousandsOfWordsIsRefusedAndNotRun() {
        String many = IntStream.range(0, 3_000).mapToObj(i -> "chữ" + i).collect(Collectors.joining(" OR "));
        assertThatThrownBy(() -> corpus.search(Search.everywhere(many))).isInstanceOf(BadQuery.class);
    }

    private Version version(long portal, long agency, String path, String body) {
        String url = "https://p" + portal + ".example.gov.vn" + path;
        byte[] html = ("<html lang=vi><title>Cổng</title><body><p>" + body + "</p></body></html>")
                .getBytes(StandardCharsets.UTF_8);
        return new Version(portal, agency, url, Integer.toHexString(body.hashCode()),
                new TreeSet<>(Set.of("citizen", "phone")), 7, MONDAY, MONDAY, true, "clean",
                reader.read(new PageSource(url, html, Optional.of("text/html; charset=utf-8"), false)),
                List.of("vừa thêm"));
    }

    private static Version at(Instant moment, Version version) {
        return new Version(version.portal(), version.agency(), version.url(), version.hash(), version.views(),
                version.source(), moment, moment, true, version.verdict(), version.content(),
                version.added());
    }

    private static Version gone(Version version) {
        return new Version(version.portal(), version.agency(), version.url(), version.hash(), version.views(),
                version.source(), version.seenFrom(), version.seenTo(), false, version.verdict(),
                version.content(), version.added());
    }
}
