package vn.vonggac.signature;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AnalysisTest {

    @ParameterizedTest
    @ValueSource(strings = {"nhà cái", "NHÀ CÁI", "nha\u0300 ca\u0301i", "n\u200bhà c\u00adái", "n.h.à c.á.i",
            "n-h-à c-á-i", "nhà\u00a0cái", "ńhà ćái", "nhà kái", "nhà c@i", "nhа̀ cáі", "ｎｈà ｃáｉ",
            "𝐧𝐡à 𝐜á𝐢", "Ⓝⓗà ⓒáⓘ"})
    void disguisedWordsAreTheWordsTheyStandFor(String text) {
        assertThat(Analysis.terms(text)).containsAnyOf("nhà", "nha").containsAnyOf("cái", "cai");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hacked", "h4ck3d", "H@cked", "hаcked", "h.a.c.k.e.d", "ʜᴀᴄᴋᴇᴅ", "🅷🅰🅲🅺🅴🅳",
            "h̶a̶c̶k̶e̶d̶",
            "НАСКЕД", "h a c k e d", "ｈａｃｋｅｄ"})
    void leetAndLookAlikesAreUndone(String text) {
        assertThat(Analysis.terms(text)).containsAnyOf("hacked", "наскед");
    }

    @Test
    void lettersSpelledOutWithSpacesAreOneWord() {
        assertThat(Analysis.terms("vào n h à c á i ngay")).contains("nhàcái", "·nhacai", "ngay");
    }

    @Test
    void markedWordsAreFoundWithAndWithoutMarks() {
        assertThat(Analysis.terms("số đề")).containsExactly("số", "·so", "đề", "·de");
        assertThat(Analysis.terms("so de")).containsExactly("so", "de");
    }

    @Test
    void ordinaryAbbreviationsAndAddressesStayApart() {
        assertThat(Analysis.terms("QĐ-UBND Tp.HCM 66/2014/TT-BTC www.hue.gov.vn lienhe@hue.gov.vn"))
                .contains("ubnd", "hcm", "btc", "hue", "gov", "vn", "lienhe");
    }

    @Test
    void everyLetterOfAnotherScriptStandsAlone() {
        assertThat(Analysis.terms("澳门赌场")).containsExactly("澳", "门", "赌", "场");
        assertThat(Analysis.terms("казино")).containsExactly("казино");
    }

    @Test
    void letterStarredOutIsAnyLetter() {
        assertThat(hits("casino OR \"tài xỉu\"", "chơi c*sino")).isTrue();
        assertThat(hits("\"tài xỉu\"", "chơi t*i x*u đi")).isTrue();
        assertThat(hits("\"nổ hũ\"", "nổ h* lớn")).isTrue();
        assertThat(hits("\"tài xỉu\"", "tên* và x*y")).isFalse();
    }

    @Test
    void syllablesWrittenTogetherAreFoundApart() {
        assertThat(hits("\"nhà cái\" AND \"uy tín\"", "#NhaCaiUyTin")).isTrue();
        assertThat(hits("\"đăng ký\" AND \"nhận thưởng\"", "dangkynhanthuong")).isTrue();
        assertThat(hits("\"nhà cái\"", "congthongtindientu")).isFalse();
        assertThat(hits("\"jasa pembuatan ijazah\"", "jasa pembuatan ijazah")).isTrue();
    }

    @Test
    void tonesOverLettersOfAnotherScriptCount() {
        assertThat(hits("\"=bạch =thủ\"", "B\u0430\u0323ch th\u03c5\u0309")).isTrue();
        assertThat(hits("\"=bạch =thủ\"", "\u0412\u0430\u0323\u0441\u04bb t\u04bb\u03c5\u0309")).isTrue();
        assertThat(hits("\"game bài\"", "G\u0430\u043ce bài")).isTrue();
    }

    @Test
    void nextSentenceWithoutABlankIsNoLetterInAWord() {
        assertThat(hits("\"năm phút\"", "Trong năm phút!Lên tới mười triệu")).isTrue();
        assertThat(hits("slot", "SL!ot, sl0t")).isTrue();
    }

    private static boolean hits(String query, String text) {
        Signature signature = new Signature("one", Topic.GAMBLING, List.of(), 0.5, List.of(), query,
                List.of(),
                List.of(), "", "test:1");
        try (Rules rules = new Rules(List.of(signature), List.of())) {
            return !rules.match(ExamplePage.of(Map.of(Field.TEXT, text)), Optional.empty()).isEmpty();
        }
    }

    @Test
    void aQueryThatIsNotUnderstoodSaysSo() {
        assertThatThrownBy(() -> Analysis.parse("\"nhà cái")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"nhà cái");
    }
}
