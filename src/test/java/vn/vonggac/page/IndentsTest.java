package vn.vonggac.page;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IndentsTest {

    private static String dense(String html) {
        byte[] source = html.getBytes(StandardCharsets.UTF_8);
        return StandardCharsets.UTF_8.decode(SourceLines.of(source).indents().without(source)).toString();
    }

    @Test
    void blanksBetweenTheTagsOfBlocksAreLeftOut() {
        assertThat(dense("<html>\n <head>\n  <style>\n a {}\n</style>\n </head> <body>\n")).isEqualTo(
                "<html><head><style>\n a {}\n</style></head><body>\n");
        assertThat(dense("<div>\r\n\t<ul>\n<li>mot hai</li>\n <li> ba </li>\n</ul>\n</div>\n")).isEqualTo(
                "<div><ul><li>mot hai</li><li> ba </li></ul></div>\n");
        assertThat(dense("<div> <!-- mot hai -->\n <p>ba</p>\n</div>"))
                .isEqualTo("<div><!-- mot hai --><p>ba</p></div>");
        assertThat(dense("<table>\n<tr>\n<td> mot </td>\n</tr> </table>"))
                .isEqualTo("<table><tr><td> mot </td></tr></table>");
        assertThat(dense("<p><b>mot</b></p> <p>hai</p>")).isEqualTo("<p><b>mot</b></p><p>hai</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<span>mot</span> <span>hai</span>", "<div>mot</div> <span>hai</span>",
            "<a href=x><div>mot</div> <div>hai</div></a>", "<b>mot<div>hai</div> <div>ba</div>",
            "mot</tr> <td>hai", "<template><p>mot</p> <p>hai</p></template>",
            "<noscript><p>mot</p> <p>hai</p></noscript>", "<script>'<p>mot</p> <p>hai</p>'</script>",
            "<area href=x> <p>mot</p> <p>hai</p>", "<p title='<p>mot</p> <p>hai</p>'>", "<p>mot</p> hai",
            "mot</li> </li>hai", "<p>mot</div> <!-- --> </div>hai", "mot<form> <form>hai",
            "<table><tr><td>mot</thead> </thead>hai</td></tr></table>", "mot</body> </body>hai",
            "mot<body> <body>hai", "mot</h1> </div><span>hai</span>",
            "<!-- <p>mot</p> <p>hai</p> -->", "a < b <p>mot</p> <", "<p> "})
    void blanksThatCouldTellWordsApartStay(String html) {
        assertThat(dense(html)).isEqualTo(html);
    }

    @Test
    void wordsBetweenTagsThatAParserPassesOverAreNotJoined() {
        assertThat(PageReaderTest
                .read("<p>nha</li> </li>cai</p><table><tr><td>tai</thead> </thead>xiu</table>").blocks())
                .extracting(Block::text).containsExactly("nha cai", "tai xiu");
    }

    @Test
    void linesAreThoseOfTheSource() {
        assertThat(PageReaderTest.read("<div>\n\n<p>mot</p>\n<!--\n-->\n<p>hai</p>\n</div>").blocks())
                .extracting(block -> block.place().line()).containsExactly(3, 6);
    }
}
