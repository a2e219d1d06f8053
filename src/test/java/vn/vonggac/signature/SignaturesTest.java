package vn.vonggac.signature;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.vonggac.page.Block;
import vn.vonggac.page.Format;
import vn.vonggac.page.HiddenReason;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.Place;
import vn.vonggac.page.Script;

import static org.assertj.core.api.Assertions.assertThat;

class SignaturesTest {

    private static final String FAILING = """
            topic: gambling
            note: ours
            signatures:
              - id: kho
                weight: 0.5
                query: '(%s) AND (%s)'
                hits: ["kho1 kho701", "kho2 kho702", "kho3 kho703"]
                misses: ["kho", "hàng", "hàng kho"]
              - id: hoa
                weight: 0.5
                query: '"hoa mười giờ"'
                hits: ["hoa mười giờ", "hoa mười giờ nở", "bán hoa mười giờ"]
                misses: ["hoa", "mười giờ", "hoa hồng"]
            """.formatted(stores(0), stores(700));

    private final Signatures signatures = Signatures.shipped();

    @Test
    void aHitNamesItsPlaceAndQuotesItsWords() {
        PageContent page = page("Trang chủ", block("p.first", "Tin tức", Optional.empty()),
                block("div.footer", "Ghé NHÀ  CÁI số một", Optional.of(HiddenReason.DISPLAY_NONE)));
        assertThat(signatures.match(page, Optional.empty()))
                .filteredOn(hit -> hit.signature().equals("vi-bookmaker"))
                .singleElement().satisfies(hit -> {
                    assertThat(hit.place().path()).isEqualTo("div.footer");
                    assertThat(hit.quote()).isEqualTo("NHÀ  CÁI");
                    assertThat(hit.field()).isEqualTo(Field.HIDDEN);
                    assertThat(hit.hidden()).isTrue();
                });
    }

    @Test
    void aPhraseDoesNotRunOnFromOneBlockIntoTheNext() {
        PageContent page = page("", block("p", "nhà", Optional.empty()), block("p", "cái", Optional.empty()));
        assertThat(signatures.match(page, Optional.empty())).isEmpty();
    }

    @Test
    void structuredDataIsReadWithItsEscapesUndone() {
        String data = "{\"name\": \"Nh\\u00e0 c\\u00e1i uy t\\u00edn\\nnh\\u1eadn th\\u01b0\\u1edfng\"}";
        Script script = new Script(Place.NOWHERE, Script.Kind.JSON_LD, "", "", data, data.hashCode());
        PageContent page = new PageContent("https://xa.example.gov.vn/", Format.HTML, "", Optional.empty(),
                Optional.empty(), List.of(), List.of(), List.of(), List.of(script), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of(), "", 0, List.of());
        assertThat(signatures.match(page, Optional.empty())).filteredOn(hit -> hit.field() == Field.META)
                .extracting(Hit::signature).contains("vi-bookmaker-praised");
    }

    @Test
    void hitsComeInTheOrderOfThePage() {
        PageContent page = page("",
                block("p.a", "soi kèo hôm nay, nổ hũ đổi thưởng, tài xỉu online", Optional.empty()),
                block("p.b", "nhà cái uy tín, xóc đĩa online", Optional.empty()));
        List<Hit> hits = signatures.match(page, Optional.empty());
        assertThat(hits).hasSizeGreaterThan(5)
                .isSortedAccordingTo(Comparator.comparingInt(Hit::at).thenComparing(Hit::signature));
    }

    @Test
    void aHitTellsWhetherItStandsInQuotationMarks() {
        assertThat(quoted("từ khóa như: \"kubet\", \"nhà cái uy tín\" trên trang")).isTrue();
        assertThat(quoted("lời mời “nhà cái số một” bị gỡ")).isTrue();
        assertThat(quoted("trang \"Tin nhanh\" là nhà cái \"số một\"")).isFalse();
        assertThat(quoted("nhà cái mới ra mắt")).isFalse();
    }

    private boolean quoted(String text) {
        return signatures.match(page("", block("p", text, Optional.empty())), Optional.empty()).stream()
                .filter(hit -> hit.signature().equals("vi-bookmaker")).findFirst().orElseThrow().quoted();
    }

    @Test
    void wordsInCellsOfTheirOwnAreASentence() {
        PageContent page = page("", block("td", "cổng", Optional.empty()),
                block("td", "nhà", Optional.empty()),
                block("td", "cái", Optional.empty()), block("td", "mới", Optional.empty()));
        assertThat(signatures.match(page, Optional.empty())).anySatisfy(
                hit -> assertThat(hit.quote()).isEqualTo("nhà cái"));
    }

    @Test
    void aTitleAloneIsEnough() {
        assertThat(signatures.match(page("Hacked by somebody"), Optional.empty())).isNotEmpty()
                .allSatisfy(hit -> assertThat(hit.field()).isEqualTo(Field.TITLE));
    }

    /** More alternatives than Lucene follows in one query. */
    @Test
    void oneThatFailsOnAPageIsNamedAndTheOthersStillHit() throws BadSignature {
        try (Signatures own = Signatures.of(SignatureFile.read("own.yml", FAILING))) {
            PageContent page = page("", block("p", "kho1 kho701 hoa mười giờ", Optional.empty()));
            assertThat(own.broken()).isEmpty();
            assertThat(own.match(page, Optional.empty())).extracting(Hit::signature).containsOnly("hoa");
            assertThat(own.broken()).containsExactly("kho");
        }
    }

    @Test
    void theVersionChangesWithTheSet() {
        List<Signature> few = signatures.all().subList(0, 1);
        assertThat(Signatures.of(few).version()).isNotEqualTo(signatures.version());
        assertThat(Signatures.of(few).version()).isEqualTo(Signatures.of(few).version());
    }

    /** Kept copies are judged again under another version: it may not depend on the machine's run. */
    @Test
    void theVersionIsTheSameInEveryRun() {
        Signature one = new Signature("a", Topic.LOANS, List.of(), 0.5, List.of("vi"), "vay", List.of(),
                List.of(Map.of(Field.TITLE, "b")), "", "own.yml:1");
        assertThat(Signatures.of(List.of(one)).version()).isEqualTo("eedb3959");
    }

    private static String stores(int from) {
        return IntStream.range(from, from + 700).mapToObj(number -> "kho" + number)
                .collect(Collectors.joining(" OR "));
    }

    private static Block block(String path, String text, Optional<HiddenReason> hidden) {
        return new Block(new Place(path, 1), Block.Kind.TEXT, Block.Region.MAIN, text, 0, hidden);
    }

    private static PageContent page(String title, Block... blocks) {
        return new PageContent("https://xa.example.gov.vn/", Format.HTML, title, Optional.empty(),
                Optional.empty(),
                List.of(), List.of(blocks), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), "", 0, List.of());
    }
}
