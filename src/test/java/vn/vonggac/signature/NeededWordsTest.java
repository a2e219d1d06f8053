package vn.vonggac.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.monitor.Presearcher;
import org.junit.jupiter.api.Test;
import vn.vonggac.page.PageContent;

import static org.assertj.core.api.Assertions.assertThat;

class NeededWordsTest {

    private static final List<String> WORDS = List.of("nhà", "cái", "uy", "tín", "đăng", "ký", "nhận",
            "thưởng",
            "kèo", "bóng", "đá", "xóc", "đĩa", "lô", "đề", "casino", "slot88", "bonus");
    private static final int PAGES = 300;
    private static final int LONGEST = 12;

    /** Every shape of query that a signature may have. */
    private static final List<String> QUERIES = List.of(
            "casino", "\"=đăng\"", "\"nhà cái\"", "\"=kèo =bóng =đá\"", "\"nha cai uy tin\"~3",
            "casino AND bonus", "casino OR (kèo AND bóng)", "+casino -bonus", "+casino bonus thưởng",
            "casino NOT (nhà OR cái)", "cas*", "+kèo +slot*", "(lô OR đề) AND (xóc OR đĩa)",
            "(casino bonus slot88)@2", "title:casino AND anchor:bonus", "title:(casino OR kèo)",
            "fn:maxgaps(3 fn:unordered(\"nhà cái\" thưởng))", "fn:ordered(đăng fn:or(ký nhận))",
            "fn:maxwidth(4 fn:unordered(xóc đĩa))", "text:#brand", "-casino +kèo");

    @Test
    void leavesOutNoQueryThatMatches() {
        try (Rules filtered = new Rules(signatures(), List.of(), new NeededWords());
                Rules all = new Rules(signatures(), List.of(), Presearcher.NO_FILTERING)) {
            Random random = new Random(7);
            int hits = 0;
            for (int number = 0; number < PAGES; number++) {
                PageContent page = page(random);
                List<Hit> expected = all.match(page, Optional.empty());
                assertThat(filtered.match(page, Optional.empty())).isEqualTo(expected);
                hits += expected.size();
            }
            assertThat(hits).isGreaterThan(PAGES);
        }
    }

    private static List<Signature> signatures() {
        return IntStream.range(0, QUERIES.size())
                .mapToObj(number -> new Signature("q" + number, Topic.GAMBLING, List.of(), 0.5, List.of("vi"),
                        QUERIES.get(number), List.of(), List.of(), "", "test:" + number))
                .toList();
    }

    private static PageContent page(Random random) {
        return ExamplePage.of(Map.of(Field.TITLE, words(random), Field.TEXT, words(random), Field.ANCHOR,
                words(random)));
    }

    private static String words(Random random) {
        List<String> words = new ArrayList<>();
        IntStream.range(0, random.nextInt(LONGEST))
                .forEach(at -> words.add(WORDS.get(random.nextInt(WORDS.size()))));
        return words.stream().collect(Collectors.joining(" "));
    }
}
