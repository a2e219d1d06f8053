package vn.vonggac.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.vonggac.page.Baseline;
import vn.vonggac.page.Block;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;
import vn.vonggac.page.PortalBaseline;
import vn.vonggac.page.Row;

import static org.assertj.core.api.Assertions.assertThat;

/** Three columns say of each line what was there, what a citizen was shown and what another view was. */
class ContrastTest {

    private static final PageContent BEFORE = page("Giới thiệu đơn vị", "Tin tức trong ngày",
            "Liên hệ theo số 0299");
    private static final List<Row> CITIZEN = rows("Giới thiệu đơn vị", "Tin tức trong ngày",
            "Liên hệ theo số 0300", "Thông báo tuyển dụng");

    @Test
    void whatOnlyOneOfThemSawStandsInItsColumnAlone() {
        List<Contrast> lines = Contrast.of(CITIZEN, rows("Giới thiệu đơn vị", "Tin tức trong ngày",
                "Liên hệ theo số 0300", "nhà cái kubet uy tín"));

        assertThat(lines).extracting(line -> List.of(text(line.before()),
                text(line.citizen().flatMap(Row::after)), text(line.other().flatMap(Row::after))))
                .containsExactly(
                        List.of("Liên hệ theo số 0299", "Liên hệ theo số 0300", "Liên hệ theo số 0300"),
                        List.of("", "", "nhà cái kubet uy tín"), List.of("", "Thông báo tuyển dụng", ""));
    }

    @Test
    void whereOneOfThemSawNoDifferenceItSawWhatWasThere() {
        List<Contrast> lines = Contrast.of(List.of(), rows("Giới thiệu đơn vị", "Liên hệ theo số 0299"));
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(text(line.before())).isEqualTo("Tin tức trong ngày");
            assertThat(line.citizen()).isEmpty();
            assertThat(line.other()).hasValueSatisfying(gone -> assertThat(gone.after()).isEmpty());
        });
        assertThat(Contrast.of(List.of(), List.of())).isEmpty();
    }

    private static List<Row> rows(String... blocks) {
        return Baseline.learned(BEFORE).compare(page(blocks), PortalBaseline.empty()).rows();
    }

    private static PageContent page(String... blocks) {
        String html = "<title>Tin</title>\n<p>" + String.join("</p>\n<p>", blocks) + "</p>";
        return new PageReader().read(new PageSource("https://s1.example/",
                html.getBytes(StandardCharsets.UTF_8), Optional.of("text/html; charset=utf-8"), false));
    }

    private static String text(Optional<Block> block) {
        return block.map(Block::text).orElse("");
    }
}
