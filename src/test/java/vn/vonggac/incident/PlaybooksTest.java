package vn.vonggac.incident;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vonggac.incident.Step.Deed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlaybooksTest {

    private final Playbooks playbooks = Playbooks.shipped();

    @ParameterizedTest
    @EnumSource
    void everyKindHasOneInBothLanguages(Kind kind) {
        assertThat(playbooks.of(kind)).hasSizeGreaterThan(1).doesNotHaveDuplicates()
                .allSatisfy(item -> assertThat(item.in("vi")).isNotBlank().isNotEqualTo(item.in("en")))
                .allSatisfy(item -> assertThat(item.in("en")).isNotBlank());
    }

    @Test
    void theFirstToTickAStepOffIsTheOneWhoDidIt() {
        Instant at = Instant.parse("2026-09-01T08:14:00Z");
        Step hoa = new Step(at, "hoa", Deed.PLAYBOOK, "keep: Tải gói bằng chứng");
        Step binh = new Step(at.plusSeconds(60), "binh", Deed.PLAYBOOK, "keep: Download the evidence");
        Step noted = new Step(at, "hoa", Deed.NOTED, "confirm: sắp làm");

        List<Playbooks.Line> lines = playbooks.lines(Kind.PLANTED_CONTENT, List.of(noted, hoa, binh));

        assertThat(lines).filteredOn(line -> line.done().isPresent()).singleElement()
                .returns("keep", line -> line.item().id()).returns(Optional.of(hoa), Playbooks.Line::done);
    }

    @Test
    void aMistakeInTheFileIsNamedWithItsLine(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("playbooks.yml"), """
                steps:
                  call: {vi: Gọi, en: Call}
                kinds:
                  redirect: [call, phone]
                """);
        assertThatThrownBy(() -> Playbooks.read(file)).hasMessageContaining("playbooks.yml:4")
                .hasMessageContaining("phone");
    }
}
