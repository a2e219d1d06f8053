package vn.vonggac.signature;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class OwnSignaturesTest {

    private static final List<String> HITS = List.of("hoa mười giờ nở rộ", "bán hoa mười giờ",
            "HOA MƯỜI GIỜ: giá rẻ");
    private static final List<String> MISSES = List.of("hoa hồng", "mười giờ sáng", "giờ làm việc");

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsReadBackAndHolds() {
        try (Signatures shipped = Signatures.shipped()) {
            OwnSignatures own = new OwnSignatures(
                    new SignatureConfig(folder.toString(), Duration.ofSeconds(2)),
                    shipped);
            SignatureDraft draft = draft("hoa-muoi-gio", "\"hoa mười giờ\"", MISSES);
            assertThat(own.problems(draft)).isEmpty();
            own.save(draft);
        }
        try (Signatures read = Signatures.of(folder)) {
            assertThat(read.all()).singleElement().returns("hoa-muoi-gio", Signature::id)
                    .returns(Topic.HACKER_CONTACT, Signature::topic).returns(0.4, Signature::weight);
            assertThat(read.test().passed()).isTrue();
        }
    }

    @Test
    void aDraftThatCannotBeUsedSaysWhy() {
        try (Signatures shipped = Signatures.shipped()) {
            OwnSignatures own = new OwnSignatures(
                    new SignatureConfig(folder.toString(), Duration.ofSeconds(2)),
                    shipped);
            assertThat(own.problems(draft("../x", "a", MISSES))).isNotEmpty();
            assertThat(own.problems(draft("vi-bookmaker", "a", MISSES))).containsExactly("id: vi-bookmaker");
            assertThat(own.problems(draft("hoa", "((", MISSES))).isNotEmpty();
            assertThat(own.problems(draft("hoa", "hoa", List.of("hoa hồng", "x", "y")))).hasSize(1);
            assertThat(own.problems(draft("hoa", "hoa", List.of()))).hasSize(1);
        }
    }

    private static SignatureDraft draft(String id, String query, List<String> misses) {
        return new SignatureDraft(id, Topic.HACKER_CONTACT, 0.4, query, HITS, misses, "an");
    }
}
