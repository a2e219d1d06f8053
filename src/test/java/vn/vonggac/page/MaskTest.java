package vn.vonggac.page;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MaskTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"TOKENS | id=ab8181ab71962248b884f9c66f377f87 | id=#",
            "TOKENS | 1aAwstQ2_jtGg23a6YLBaSMpyAksqMDY-lZtMVBKl end | # end",
            "TOKENS | f47ac10b-58cc-4372-a567-0e02b2c3d479 | #",
            "TOKENS | ngày 16/05/2026 lúc 8:30 | ngày 0 lúc 0",
            "TOKENS | 7.688 ca | 7.688 ca", "NUMBERS | 7.688 ca | 0 ca",
            "NUMBERS | còn 12 và 2.000.000 | còn 0 và 0",
            "DIGITS | var a1=20,b22=3 | var a0=0,b0=0"})
    void whatChangesWithoutMeaningIsMasked(Mask mask, String text, String masked) {
        assertThat(mask.of(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"789bet", "khuyen-mai-789bet-nap-lan-dau", "KhuyenMai789BetNapLanDau", "sv388", "hay9988bet",
            "chinhphu2026", "Bóng-đá-2026-trực-tiếp"})
    void wordsThatCanBeReadAreNeverMasked(String word) {
        assertThat(Mask.TOKENS.of(word)).isEqualTo(word);
        assertThat(Mask.NUMBERS.of(word)).isEqualTo(word);
    }
}
