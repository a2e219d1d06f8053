package vn.vonggac.fetch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DecodingTest {

    private static final String TEXT = "Cổng thông tin điện tử tỉnh: Ủy ban nhân dân ban hành quyết định về việc "
            + "phê duyệt quy hoạch sử dụng đất, giải quyết thủ tục hành chính; những người dưới 18 tuổi";
    /** The same text as a TCVN3 font's writer typed it, capitals with marks in small letters. */
    private static final String TCVN3 = "Cæng th«ng tin ®iÖn tö tØnh: ñy ban nh©n d©n ban hµnh quyÕt ®Þnh vÒ viÖc "
            + "phª duyÖt quy ho¹ch sö dông ®Êt, gi¶i quyÕt thñ tôc hµnh chÝnh; nh÷ng ng\u00adêi d\u00adíi 18 tuæi";
    private static final String VNI = "Coång thoâng tin ñieän töû tænh: UÛy ban nhaân daân ban haønh quyeát ñònh veà vieäc "
            + "pheâ duyeät quy hoaïch söû duïng ñaát, giaûi quyeát thuû tuïc haønh chính; nhöõng ngöôøi döôùi 18 tuoåi";

    @Test
    void utf8IsReadWhateverTheHeaderSays() {
        Decoding decoding = Decoding.of(TEXT.getBytes(StandardCharsets.UTF_8), Optional.of("iso-8859-1"));
        assertThat(decoding).isEqualTo(new Decoding(TEXT, "UTF-8", Decoding.Found.DETECTED, false));
    }

    @Test
    void headerComesBeforeMeta() {
        byte[] page = ("<meta charset=utf-8><p>" + "これは日本語の文章です。偽ブランド品の激安通販。".repeat(3))
                .getBytes(Charset.forName("Shift_JIS"));
        Decoding decoding = Decoding.of(page, Optional.of("Shift_JIS"));
        assertThat(decoding.text()).contains("偽ブランド品の激安通販");
        assertThat(decoding.found()).isEqualTo(Decoding.Found.HEADER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<meta charset=\"gb2312\">",
            "<meta http-equiv='Content-Type' content='text/html; charset=gbk'>",
            "<?xml version='1.0' encoding='gb2312'?>"})
    void declarationInThePageIsRead(String declaration) {
        byte[] page = (declaration + "<p>澳门新葡京娱乐城官方网站").getBytes(Charset.forName("GBK"));
        Decoding decoding = Decoding.of(page, Optional.empty());
        assertThat(decoding.text()).contains("澳门新葡京娱乐城官方网站");
        assertThat(decoding.found()).isEqualTo(Decoding.Found.META);
    }

    @Test
    void chineseWithoutAnyDeclarationIsDetected() {
        byte[] page = "<p>澳门新葡京娱乐城官方网站，欢迎您的光临，最新优惠活动等你来参加，注册就送体验金，快来加入我们吧。"
                .repeat(4).getBytes(Charset.forName("GB18030"));
        assertThat(Decoding.of(page, Optional.empty()).text()).contains("澳门新葡京娱乐城");
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-8"})
    void byteOrderMarkBeatsEveryDeclaration(String charset) {
        byte[] page = ("\ufeff<meta charset=iso-8859-1>" + TEXT).getBytes(Charset.forName(charset));
        Decoding decoding = Decoding.of(page, Optional.of("windows-1252"));
        assertThat(decoding.text()).isEqualTo("<meta charset=iso-8859-1>" + TEXT);
        assertThat(decoding.charset()).isEqualTo(charset);
        assertThat(decoding.found()).isEqualTo(Decoding.Found.BYTE_ORDER_MARK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "windows-1258", "utf-8", "iso-8859-1"})
    void windows1258IsRecognised(String declared) {
        Decoding decoding = Decoding.of(windows1258(TEXT),
                Optional.of(declared).filter(name -> !name.isEmpty()));
        assertThat(decoding.text()).isEqualTo(TEXT);
        assertThat(decoding.charset()).isEqualTo("windows-1258");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x-user-defined", "iso-8859-1", "utf-8", "windows-1258"})
    void tcvn3IsRecognised(String declared) {
        byte[] page = ("<font face='.VnTime'>" + TCVN3).getBytes(Charset.forName("windows-1252"));
        Decoding decoding = Decoding.of(page, Optional.of(declared).filter(name -> !name.isEmpty()));
        assertThat(decoding.text()).isEqualTo("<font face='.VnTime'>" + TEXT.replace('Ủ', 'ủ'));
        assertThat(decoding.charset()).isEqualTo("TCVN3");
        assertThat(decoding.found()).isEqualTo(Decoding.Found.DETECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x-user-defined", "iso-8859-1", "utf-8"})
    void vniIsRecognised(String declared) {
        byte[] page = ("<font face='VNI-Times'>" + VNI).getBytes(Charset.forName("windows-1252"));
        Decoding decoding = Decoding.of(page, Optional.of(declared).filter(name -> !name.isEmpty()));
        assertThat(decoding.text()).isEqualTo("<font face='VNI-Times'>" + TEXT);
        assertThat(decoding.charset()).isEqualTo("VNI");
    }

    @Test
    void textOfAnOldFontThatWasSavedAsUtf8IsRecognisedToo() {
        assertThat(Decoding.of(TCVN3.getBytes(StandardCharsets.UTF_8), Optional.of("utf-8")).text())
                .isEqualTo(TEXT.replace('Ủ', 'ủ'));
        assertThat(Decoding.of(VNI.getBytes(StandardCharsets.UTF_8), Optional.of("utf-8")).text())
                .isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Größe, Straße, Mädchen, für, schön, Köln, Brötchen, Füße, Äpfel, Übung, höher",
            "Élève, où, façon, garçon, naïve, çà et là, déjà, forêt, hôtel, sœur, cœur, Noël, même, être",
            "© 2024 ® 50 § 3 ± 2 µm ½ ¼ ¾ £5 ¥6 ¢7 «x» ¶ ¡hola! ¿qué? §1 §2 §3 §4 ®® ©©"})
    void otherLanguagesAreLeftAlone(String text) {
        assertThat(Decoding.of(text.getBytes(StandardCharsets.UTF_8), Optional.empty()).text())
                .isEqualTo(text);
        byte[] west = text.getBytes(Charset.forName("windows-1252"));
        assertThat(Decoding.of(west, Optional.of("windows-1252")).text()).isEqualTo(text);
    }

    @Test
    void vietnameseWithSignsIsLeftAlone() {
        String text = TEXT + " © 2024 ® § µ ½ ¼ ¾ Ä Ö Ü ß ø";
        assertThat(Decoding.of(text.getBytes(StandardCharsets.UTF_8), Optional.empty()).text())
                .isEqualTo(text);
    }

    @Test
    void fewBrokenBytesDoNotTurnUtf8IntoSomethingElse() {
        byte[] bytes = (TEXT + "đ").getBytes(StandardCharsets.UTF_8);
        Decoding decoding = Decoding.of(java.util.Arrays.copyOf(bytes, bytes.length - 1),
                Optional.of("utf-8"));
        assertThat(decoding.text()).isEqualTo(TEXT + "\ufffd");
        assertThat(decoding.charset()).isEqualTo("UTF-8");
        assertThat(decoding.damaged()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/html; charset=utf-8          | utf-8
            text/html;charset="UTF-8"         | UTF-8
            text/html; Charset = windows-1258 | windows-1258
            text/html                         |
            """)
    void charsetOfAContentType(String type, String charset) {
        assertThat(Decoding.charsetOf(type)).isEqualTo(Optional.ofNullable(charset));
    }

    /** As its writers do: marks apart where the charset has no letter with them. */
    private static byte[] windows1258(String text) {
        Charset charset = Charset.forName("windows-1258");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.codePoints().mapToObj(Character::toString).forEach(letter -> {
            String apart = Normalizer.normalize(letter, Normalizer.Form.NFD);
            String tones = apart.replaceAll("[^\\u0300\\u0301\\u0303\\u0309\\u0323]", "");
            String base = Normalizer.normalize(apart.replaceAll("[\\u0300\\u0301\\u0303\\u0309\\u0323]", ""),
                    Normalizer.Form.NFC);
            bytes.writeBytes(
                    (charset.newEncoder().canEncode(letter) ? letter : base + tones).getBytes(charset));
        });
        return bytes.toByteArray();
    }
}
