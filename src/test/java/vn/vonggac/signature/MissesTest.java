package vn.vonggac.signature;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What people said is no hit stays none, wherever it is said again, and takes nothing else from its signature. */
class MissesTest {

    private static final String SENTENCE = "Nhóm kịch diễn vở \"Phim sex\" và những hệ lụy với học sinh.";
    private static final String PAGE = "<p>Tin vui. " + SENTENCE + " Mời bà con đến xem.</p>";

    @TempDir
    Path folder;

    @Test
    void theSentenceIsProposedAndThenHitsNothingOnAnyPage() {
        assertThat(hits(PAGE)).contains("adult-vi-film");
        List<Miss> proposed = proposed(PAGE);
        assertThat(proposed).contains(new Miss("adult-vi-film", SENTENCE, ""));
        own().add(proposed);

        assertThat(hits(PAGE)).doesNotContain("adult-vi-film");
        assertThat(hits("<div><b>" + SENTENCE.toUpperCase(java.util.Locale.ROOT) + "</b></div>"))
                .doesNotContain("adult-vi-film");
    }

    @Test
    void whatElseTheSignatureKnowsIsStillHit() {
        own().add(proposed(PAGE));

        assertThat(hits(PAGE + "<p>Xem phim sex không che tại đây</p>")).contains("adult-vi-film");
        assertThat(hits("<p>Phim sex và những hệ lụy</p>")).contains("adult-vi-film");
    }

    @Test
    void hardlyMoreThanTheWordsThemselvesIsNoExample() {
        assertThat(proposed("<p>Phim sex không che</p>")).isEmpty();
    }

    @Test
    void whatWasSaidIsKeptBesideWhatIsAddedAndOnce() {
        own().add(List.of(new Miss("a", "một hai ba", "")));
        own().add(List.of(new Miss("a", "bốn năm: \"sáu\"", ""), new Miss("a", "một hai ba", ""),
                new Miss("b", "bảy", "")));

        try (Signatures all = Signatures.shippedAnd(folder); Signatures shipped = Signatures.shipped()) {
            assertThat(all.misses()).extracting(Miss::words).containsExactly("một hai ba", "bốn năm: \"sáu\"",
                    "bảy");
            assertThat(all.version()).isNotEqualTo(shipped.version());
            assertThat(all.count()).isEqualTo(shipped.count());
        }
    }

    @Test
    void whatWasSaidIsTakenBackAndHitsAgain() {
        own().add(proposed(PAGE));
        own().add(List.of(new Miss("a", "một hai ba", "")));

        assertThat(own().takeBack(new Miss("adult-vi-film", SENTENCE, "elsewhere"))).isTrue();
        assertThat(own().takeBack(new Miss("adult-vi-film", SENTENCE, ""))).isFalse();
        assertThat(hits(PAGE)).contains("adult-vi-film");
        assertThat(own().said()).extracting(Miss::words).contains("một hai ba").doesNotContain(SENTENCE);
    }

    @Test
    void onlyWhatWasSaidHereCanBeTakenBack() throws Exception {
        Files.writeString(folder.resolve("mine.yml"), "misses:\n  a:\n    - một hai ba\n");
        own().add(List.of(new Miss("a", "bốn năm sáu", "")));

        try (Signatures all = Signatures.shippedAnd(folder)) {
            assertThat(all.misses()).filteredOn(own()::wrote).extracting(Miss::words)
                    .containsExactly("bốn năm sáu");
        }
        assertThat(own().takeBack(new Miss("a", "một hai ba", ""))).isFalse();
    }

    @Test
    void aFileThatSaysItOtherwiseIsRefusedWithItsLine() throws Exception {
        Files.writeString(folder.resolve("misses.yml"), "misses:\n  - phim\n");
        assertThatThrownBy(() -> Signatures.shippedAnd(folder)).isInstanceOf(BadSignature.class)
                .hasMessageContaining("misses.yml").hasMessageContaining("2");
    }

    private OwnSignatures own() {
        return new OwnSignatures(new SignatureConfig(folder.toString(), Duration.ofSeconds(2)),
                Signatures.shipped());
    }

    private List<String> hits(String html) {
        try (Signatures all = Signatures.shippedAnd(folder)) {
            return all.match(page(html), Optional.empty()).stream().map(Hit::signature).toList();
        }
    }

    private List<Miss> proposed(String html) {
        try (Signatures all = Signatures.shippedAnd(folder)) {
            return all.examples(page(html), Set.of(Topic.ADULT));
        }
    }

    private static PageContent page(String html) {
        return new PageReader()
                .read(new PageSource("https://x.example/", html.getBytes(StandardCharsets.UTF_8),
                        Optional.of("text/html; charset=utf-8"), false));
    }
}
