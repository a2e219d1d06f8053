package vn.vonggac.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The source around a line is what a webmaster finds in the file, no more of it than fits on a page. */
class ExcerptTest {

    @Test
    void twoLinesBeforeAndAfterStandByTheirNumbers() {
        assertThat(Excerpt.of(bytes("một\r\nhai\nba\nbốn\nnăm\nsáu"), 4, List.of())).contains(
                new Excerpt(2, 4, List.of("hai", "ba", "bốn", "năm", "sáu")));
        assertThat(Excerpt.of(bytes("một\nhai"), 1, List.of()))
                .contains(new Excerpt(1, 1, List.of("một", "hai")));
    }

    @Test
    void aLineThatIsNotThereHasNone() {
        assertThat(Excerpt.of(bytes("một"), 0, List.of())).isEmpty();
        assertThat(Excerpt.of(bytes("một"), 2, List.of())).isEmpty();
        assertThat(Excerpt.of(new byte[0], 1, List.of())).isEmpty();
    }

    @Test
    void aLineWithoutEndIsCutAroundWhatIsLookedFor() {
        String line = "x".repeat(100_000) + "<a href=//KUBET.example>" + "y".repeat(100_000);
        assertThat(Excerpt.of(bytes(line), 1, List.of("nowhere", "kubet.example")).orElseThrow().lines())
                .singleElement().satisfies(cut -> assertThat(cut).contains("KUBET.example")
                        .startsWith("… x").endsWith("y …").hasSizeLessThan(420));
    }

    private static byte[] bytes(String source) {
        return source.getBytes(StandardCharsets.UTF_8);
    }
}
