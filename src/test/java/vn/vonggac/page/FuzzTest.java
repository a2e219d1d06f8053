package vn.vonggac.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** No bytes make reading throw or lose its way. What once did lies in {@code src/test/resources/crashes}. */
class FuzzTest {

    private static final PageReader READER = new PageReader();
    private static final Path CRASHES = Path.of("src/test/resources/crashes");
    private static final List<String> PIECES = List.of("<", ">", "</", "/>", "=", "\"", "'", "<!--", "-->",
            "<a href=",
            "javascript:", "data:text/html;base64,", "//", "http://", "https:\\\\", "@", "[::1]", "%00",
            "%zz", "..",
            "/../", "?", "#", "<div style='", "display:none", "font:0/", "color:#", "rgb(", "clip:rect(", "{",
            "}", ";",
            "@media", "/*", "*/", "<style>", "</style>", ".a>b", "#x[y=", "<script>", "</script>",
            "<iframe srcdoc=\"",
            "<meta http-equiv=refresh content='0;url=", "<meta charset=utf-16>", "charset=", "<noscript>",
            "<template>",
            "<svg>", "<math>", "<table>", "<select>", "<form>", "<base href=", "<title>", "<plaintext>", "\0",
            "\ufeff",
            "\ud800", "\udc00", "\u0130", "&#x0;", "&#xd800;", "&amp", "xn--", "<?xml version='1.0'?>",
            "<rss>", "]]>",
            "<![CDATA[", "<!DOCTYPE r [<!ENTITY a '", "&a;", "{\"a\":", "[", "\\u", "1e999999",
            "99999999999px", "-", " ",
            "\n", "chữ", "<marquee height=", "<details>", "<frameset>", "%PDF-1.7\n", "1 0 obj\n", "<<", ">>",
            "stream\n",
            "endstream", "endobj", "xref\n", "trailer", "startxref", "/Filter/FlateDecode", "/Type/Page",
            "/Kids[1 0 R]",
            "/Root 1 0 R", "/Size 9", "0000000000 65535 f \n");

    @Property(tries = 1_500, shrinking = ShrinkingMode.OFF)
    void piecesOfMarkupInAnyOrder(@ForAll("markup") String markup) {
        check(markup.getBytes(StandardCharsets.UTF_8), "text/html");
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void piecesOfMarkupInAnyEncoding(@ForAll("markup") String markup, @ForAll("charsets") String charset) {
        check(markup.getBytes(StandardCharsets.UTF_16), "text/html; charset=" + charset);
        check(markup.getBytes(StandardCharsets.UTF_8), "text/html; charset=" + charset);
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void anyBytes(@ForAll byte[] bytes, @ForAll("types") String type) {
        check(bytes, type);
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void piecesOfADocument(@ForAll("markup") String pieces, @ForAll("types") String type) {
        check(("%PDF-1.4\n" + pieces).getBytes(StandardCharsets.ISO_8859_1), type);
        check(("<?xml version='1.0'?><rss>" + pieces).getBytes(StandardCharsets.UTF_8), type);
        check(("{\"a\":" + pieces).getBytes(StandardCharsets.UTF_8), "application/json");
    }

    @Test
    void whatOnceBrokeReadsNow() throws IOException {
        if (Files.isDirectory(CRASHES)) {
            try (Stream<Path> files = Files.list(CRASHES)) {
                for (Path file : files.toList()) {
                    check(Files.readAllBytes(file), "");
                    check(Files.readAllBytes(file), "text/html");
                }
            }
        }
    }

    /** A reader that throws inside says BROKEN with the exception's name: in HTML that is a bug. */
    private static void check(byte[] bytes, String type) {
        PageContent content = READER
                .read(new PageSource("https://a.gov.vn/x/", bytes, Optional.of(type), bytes.length % 7 == 0));

        assertThat(content.gaps())
                .noneMatch(gap -> gap.reason() == Gap.Reason.BROKEN && gap.detail().endsWith("Exception"))
                .noneMatch(gap -> gap.detail().endsWith("Error"));
        assertThat(content.canonicalHash()).isEqualTo(content.canonicalHash());
        assertThat(Baseline.learned(content).compare(content).kind()).isEqualTo(Change.Kind.NONE);
    }

    @Provide
    Arbitrary<String> markup() {
        Arbitrary<String> piece = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(PIECES)),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(6)));
        return Combinators.combine(piece.list().ofMaxSize(60), Arbitraries.integers().between(1, 3))
                .as((pieces, times) -> String.join("", pieces).repeat(times));
    }

    @Provide
    Arbitrary<String> charsets() {
        return Arbitraries.of("utf-8", "utf-16", "utf-16le", "iso-2022-jp", "gb18030", "ibm037",
                "windows-1258",
                "x-nonsense", "utf-7", "", "utf-32");
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of("", "text/html", "text/plain", "application/pdf", "application/xml",
                "application/json",
                "text/css", "text/javascript");
    }
}
