package vn.vonggac.corpus;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        corpus.add(version(1, 10, "/a", "Sở Xây dựng công bố quy hoạch chi tiết"), 1);

        assertThat(corpus.search(Search.everywhere("\"quy hoạch\"")).total()).isEqualTo(1);
        assertThat(corpus.search(Search.everywhere("\"quy hoach\"")).total()).isEqualTo(1);
        assertThat(corpus.search(Search.everywhere("\"thủ tục\"")).total()).isZero();
    }

    @Test
    void theSnippetShowsWhatMatchedAndNothingIsMarkup() {
        corpus.add(version(1, 10, "/a", "Tin tức. Đăng ký &lt;b&gt;nhà cái&lt;/b&gt; uy tín hôm nay."), 1);

        Found.Hit hit = corpus.search(Search.everywhere("\"nhà cái\"")).hits().getFirst();
        assertThat(hit.snippet()).filteredOn(Found.Piece::marked).extracting(Found.Piece::text)
                .containsExactly("nhà", "cái");
        assertThat(hit.text()).contains("Đăng ký <b>nhà cái</b> uy tín");
        assertThat(hit.url()).isEqualTo("https://p1.example.gov.vn/a");
    }

    @Test
    void linkedHostsAreFoundByField() {
        corpus.add(version(1, 10, "/a", "<a href='https://vip.kubet88.example/x'>xem</a>"), 1);

        assertThat(corpus.search(Search.everywhere("linkhost:kubet88")).total()).isEqualTo(1);
        assertThat(corpus.search(Search.everywhere("text:kubet88")).total()).isZero();
    }

    @Test
    void aReaderFindsOnlyWhatTheirAgenciesHoldAlsoInTheCount() {
        corpus.add(version(1, 10, "/a", "nhà cái"), 1);
        corpus.add(version(2, 20, "/b", "nhà cái"), 2);

        Found found = corpus.search(Search.everywhere("\"nhà cái\"").within(Set.of(20L)));
        assertThat(found.total()).isEqualTo(1);
        assertThat(found.hits()).extracting(Found.Hit::portal).containsExactly(2L);
        assertThat(corpus.search(Search.everywhere("\"nhà cái\" OR agency:10").within(Set.of(20L))).total())
                .isEqualTo(1);
        assertThat(corpus.search(Search.everywhere("\"nhà cái\"").within(Set.of())).total()).isZero();
    }

    @Test
    void aPortalThatMovedIsFoundByItsNewAgencyOnly() {
        corpus.add(version(1, 10, "/a", "nhà cái"), 1);
        corpus.moved(1, 30);

        assertThat(corpus.search(Search.everywhere("nhà").within(Set.of(10L))).total()).isZero();
        assertThat(corpus.search(Search.everywhere("nhà").within(Set.of(30L))).total()).isEqualTo(1);
    }

    @Test
    void whatAPageNoLongerSaysIsFoundUnlessOnlyWhatIsThereIsAskedFor() {
        corpus.add(version(1, 10, "/a", "nhà cái uy tín"), 1);
        corpus.add(at(TUESDAY, version(1, 10, "/a", "đã gỡ bỏ")), 2);

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
        corpus.add(version(1, 10, "/a", "nhà cái"), 1);
        corpus.add(version(1, 10, "/a", "nhà cái"), 1);
        corpus.seenAgain(at(TUESDAY, version(1, 10, "/a", "nhà cái")));

        assertThat(corpus.search(Search.everywhere("nhà")).hits()).singleElement()
                .returns(MONDAY, Found.Hit::seenFrom).returns(TUESDAY, Found.Hit::seenTo);
    }

    @Test
    void whatWasCommittedSurvivesAndItsNumberWithIt() {
        corpus.add(version(1, 10, "/a", "nhà cái"), 41);
        corpus.commit();
        corpus.add(version(1, 10, "/b", "nhà cái"), 42);
        assertThat(corpus.indexedUpTo()).isEqualTo(41);

        assertThat(Corpus.search(folder, CorpusConfig.usual(), Search.everywhere("nhà")).total())
                .isEqualTo(1);
        corpus.close();
        corpus = Corpus.open(folder, CorpusConfig.usual());
        assertThat(corpus.search(Search.everywhere("nhà")).total()).isEqualTo(2);
        assertThat(corpus.indexedUpTo()).isEqualTo(42);
    }

    @Test
    void aQueryThatCannotBeReadSaysWhy() {
        assertThatThrownBy(() -> corpus.search(Search.everywhere("\"nhà cái"))).isInstanceOf(BadQuery.class)
                .hasMessageContaining("nhà cái");
    }

    private Version version(long portal, long agency, String path, String body) {
        String url = "https://p" + portal + ".example.gov.vn" + path;
        byte[] html = ("<html><title>Cổng</title><body><p>" + body + "</p></body></html>")
                .getBytes(StandardCharsets.UTF_8);
        return new Version(portal, agency, url, "citizen", Integer.toHexString(body.hashCode()), MONDAY,
                "clean",
                reader.read(new PageSource(url, html, Optional.of("text/html; charset=utf-8"), false)),
                Optional.empty());
    }

    private static Version at(Instant moment, Version version) {
        return new Version(version.portal(), version.agency(), version.url(), version.view(), version.hash(),
                moment, version.verdict(), version.content(), version.change());
    }
}
