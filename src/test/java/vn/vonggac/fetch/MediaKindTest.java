package vn.vonggac.fetch;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MediaKindTest {

    @ParameterizedTest(name = "{0} declared as {1} is {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            <!DOCTYPE html><p>a                     | application/pdf          | HTML
            <html lang="vi">                        | image/png                | HTML
            <script>location='//x'</script>         | text/plain               | HTML
            <?xml version="1.0"?><html xmlns="a">   | application/xml          | HTML
            <!-- x --><div>                         | application/octet-stream | HTML
            <p>a                                    | text/html                | HTML
            Chào                                    | text/html                | HTML
            Chào <html>                             | text/plain               | HTML
            <?xml version="1.0"?><rss>              | text/html                | XML
            <urlset>                                | text/plain               | XML
            <custom>                                | application/xml          | XML
            %PDF-1.4                                | text/html                | PDF
            {"a":1}                                 | application/json         | JSON
            {"a":1}                                 | text/javascript          | SCRIPT
            var a = 1 < 2;                          | application/javascript   | SCRIPT
            body { color: red }                     | text/css                 | STYLESHEET
            User-agent: *                           | text/plain               | TEXT
            BM is a text that starts like a bitmap  | text/plain               | TEXT
            MZ                                      | text/plain               | TEXT
            {\\rtf1\\ansi                             | text/html                | OFFICE
            """)
    void textIsWhatItLooksLike(String text, String type, MediaKind kind) {
        assertThat(MediaKind.of(text.getBytes(StandardCharsets.UTF_8), type)).isEqualTo(kind);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"89504e470d0a1a0a0000, IMAGE", "ffd8ffe000104a464946, IMAGE", "474946383961, IMAGE",
            "524946460000000057454250, IMAGE", "424d0000000000, IMAGE", "504b030414000000776f72642f, OFFICE",
            "504b030414000000612e747874, ARCHIVE", "1f8b080000000000, ARCHIVE", "d0cf11e0a1b11ae1, OFFICE",
            "4d5a90000300000004000000, EXECUTABLE", "7f454c46020101, EXECUTABLE",
            "000000186674797069736f6d, AUDIO_VIDEO",
            "774f4632000100, FONT", "0001020304fffe, BINARY", "0a00255044462d312e37, PDF",
            "fffe3c00680074006d006c003e00, HTML", "efbbbf3c68746d6c3e, HTML"})
    void bytesAreWhatTheyStartWith(String hex, MediaKind kind) {
        assertThat(MediaKind.of(HexFormat.of().parseHex(hex), "text/html")).isEqualTo(kind);
    }
}
