package vn.vonggac.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StyleIndexTest {

    private static final String SHEET = ".a{color:red}\n".repeat(StyleSheet.MOST_RULES / 4);

    @Test
    void noMoreSheetsAreReadThanThereIsRoomForTheirRules() {
        List<String> read = new ArrayList<>();

        StyleIndex.of(Collections.nCopies(100, SHEET), sheet -> {
            read.add(sheet);
            return StyleSheet.rules(sheet);
        });

        assertThat(read).hasSize(4);
    }

    @Test
    void theLaterSheetOutweighsTheEarlier() {
        assertThat(hidden("p{display:none}", "p{display:block}")).isFalse();
        assertThat(hidden("p{display:block}", "p{display:none}")).isTrue();
    }

    private static boolean hidden(String first, String second) {
        String page = "<html><head><style>" + first + "</style><style>" + second
                + "</style></head><body><p>Lịch tiếp công dân</p></body></html>";
        return new PageReader()
                .read(new PageSource("https://a.gov.vn/", page.getBytes(StandardCharsets.UTF_8),
                        Optional.empty(), false))
                .blocks().getFirst().hidden().isPresent();
    }
}
