package vn.vonggac.signature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SignatureFileTest {

    private static final String GOOD = """
            topic: gambling
            languages: [vi]
            signatures:
              - id: mine
                weight: 0.5
                query: '"vịt vàng"'
                hits: [vịt vàng, vit vang, VỊT VÀNG]
                misses: [vịt bơi, vàng bạc, vít vang]
            """;

    @TempDir
    private Path folder;

    @Test
    void aFolderOfGoodFilesPassesItsOwnTest() throws IOException {
        write(GOOD);
        try (Signatures signatures = Signatures.of(folder)) {
            assertThat(signatures.test().failures()).isEmpty();
            assertThat(signatures.all()).singleElement()
                    .satisfies(mine -> assertThat(mine.source()).endsWith("mine.yml:6"));
        }
    }

    @Test
    void anExampleThatDisagreesIsNamedWithFileAndLine() throws IOException {
        write(GOOD.replace("vịt bơi", "đàn vịt vàng"));
        try (Signatures signatures = Signatures.of(folder)) {
            assertThat(signatures.test().failures()).singleElement().asString()
                    .contains("mine.yml:6: mine must not hit");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"topic: gambling;topic: weather;:1: unknown topic 'weather'",
            "weight: 0.5;weight: much;:5: weight is not a number",
            "weight: 0.5;weight: 2;:5: weight must be above 0",
            "languages: [vi];language: vi;:2: unknown key 'language'",
            "signatures:;signatures: none;:", "- id: mine;- id;:5: not YAML",
            "languages: [vi];about: [loans];:2: 'about' is for reports only"})
    void aMistakeIsToldWithFileAndLine(String right, String wrong, String told) throws IOException {
        write(GOOD.replace(right, wrong));
        assertThatThrownBy(() -> Signatures.of(folder)).isInstanceOf(BadSignature.class)
                .hasMessageContaining("mine.yml" + told);
    }

    @Test
    void aReportTellsWhichTradesItIsAbout() throws IOException {
        String report = GOOD.replace("topic: gambling", "topic: report");
        write(report.replace("languages: [vi]", "about: [loans, hacker-contact]"));
        try (Signatures signatures = Signatures.of(folder)) {
            assertThat(signatures.all().getFirst().about()).containsExactly(Topic.LOANS,
                    Topic.HACKER_CONTACT);
        }
        write(report.replace("languages: [vi]", "about: [rain]"));
        assertThatThrownBy(() -> Signatures.of(folder)).isInstanceOf(BadSignature.class)
                .hasMessageContaining("mine.yml:2: unknown topic 'rain'");
    }

    @Test
    void aQueryThatIsNotUnderstoodIsToldWithFileAndLine() throws IOException {
        write(GOOD.replace("query: '\"vịt vàng\"'", "query: '\"vịt vàng'"));
        assertThatThrownBy(() -> Signatures.of(folder)).isInstanceOf(BadSignature.class)
                .hasMessageContaining("mine.yml:6: query not understood: \"vịt vàng");
    }

    @Test
    void anIdThatStandsTwiceIsRefused() throws IOException {
        write(GOOD);
        Files.writeString(folder.resolve("other.yml"), GOOD);
        assertThatThrownBy(() -> Signatures.of(folder)).isInstanceOf(BadSignature.class)
                .hasMessageContaining("other.yml:6").hasMessageContaining("mine.yml:6");
    }

    @Test
    void aChangedFolderComesIntoForceAndABadOneLeavesTheOldInForce() throws IOException {
        SignatureFolder watched = new SignatureFolder(
                new SignatureConfig(folder.toString(), Duration.ofSeconds(2)));
        try (Signatures signatures = watched.signatures()) {
            int shipped = signatures.count();
            write(GOOD);
            watched.look();
            assertThat(signatures.count()).isEqualTo(shipped + 1);
            String version = signatures.version();
            write(GOOD.replace("weight: 0.5", "weight: nothing"));
            watched.look();
            assertThat(signatures.count()).isEqualTo(shipped + 1);
            assertThat(signatures.version()).isEqualTo(version);
            assertThat(signatures.refused()).contains("mine.yml:");
            write(GOOD.replace("weight: 0.5", "weight: 0.55"));
            watched.look();
            assertThat(signatures.refused()).isEmpty();
        }
    }

    private void write(String yaml) throws IOException {
        Files.writeString(folder.resolve("mine.yml"), yaml);
    }
}
