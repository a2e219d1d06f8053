package vn.vonggac.detect;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTest {

    @Test
    void vietnameseIsTheBase() {
        assertThat(Messages.in(Locale.FRENCH).text("web.language.name")).isEqualTo("Tiếng Việt");
    }

    @Test
    void anEnglishReaderReadsEnglish() {
        assertThat(Messages.in(Locale.UK).text("web.language.name")).isEqualTo("English");
    }

    @Test
    void argumentsStandInTheirPlaces() {
        assertThat(Messages.ENGLISH.text("web.time.minutes", List.of(12))).isEqualTo("12 minutes ago");
        assertThat(Messages.ENGLISH.text("web.time.minutes", 1)).isEqualTo("1 minute ago");
        assertThat(Messages.ENGLISH.text("web.check.links", 0, 0)).isEqualTo("no links");
        assertThat(Messages.ENGLISH.text("web.check.links", 1, 2)).isEqualTo("one link, 2 hidden");
        assertThat(Messages.VIETNAMESE.text("web.time.minutes", 12)).isEqualTo("12 phút trước");
    }

    @Test
    void anArgumentThatNamesAWordIsSaidAsThatWord() {
        assertThat(Messages.ENGLISH.text("detector.unreachable.no-answer", "a.example",
                "fetch.failed.first-byte-timeout")).doesNotContain("fetch.failed").contains("a.example");
        assertThat(Messages.VIETNAMESE.text("detector.language-shift", "detector.language.thai"))
                .endsWith("tiếng Thái.");
        assertThat(Messages.VIETNAMESE.text("detector.language-shift", "web.language.name"))
                .endsWith("web.language.name.");
    }

    @Test
    void aKeyNobodyWroteIsShownAsItself() {
        assertThat(Messages.VIETNAMESE.text("nowhere.at.all")).isEqualTo("nowhere.at.all");
        assertThat(Messages.VIETNAMESE.has("nowhere.at.all")).isFalse();
        assertThat(Messages.VIETNAMESE.has("web.language.name")).isTrue();
    }
}
