package vn.vonggac.web;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.Place;
import vn.vonggac.signature.Signatures;

import static org.assertj.core.api.Assertions.assertThat;

/** What was wrongly found by words is offered as the example that its signatures lack. */
class NegativeExampleTest {

    @Test
    void theSignaturesThatMatchAreNamedAndTheLineIsReadyForTheirFile() {
        try (Signatures all = Signatures.shipped()) {
            NegativeExample example = of(all, Family.WORDS, " Phim sex\n\"không che\" ").orElseThrow();
            assertThat(example.signatures()).contains("adult-vi-film");
            assertThat(example.line()).isEqualTo("- \"Phim sex \\\"không che\\\"\"");

            assertThat(of(all, Family.WORDS, "Hội nghị tổng kết năm học")).isEmpty();
            assertThat(of(all, Family.WORDS, " ")).isEmpty();
            assertThat(of(all, Family.LINK, "Phim sex không che")).isEmpty();
        }
    }

    private static Optional<NegativeExample> of(Signatures all, Family family, String quote) {
        return NegativeExample.of(all, new PageReader(), new Finding("spam-words", family, Severity.HIGH, 0.9,
                "citizen", Place.NOWHERE, quote, "detector.spam-words", List.of(), List.of()));
    }
}
