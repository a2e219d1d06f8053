package vn.vonggac.incident;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

    private final Playbooks playbooks = new Playbooks(Playbook.shipped());

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
        assertThatThrownBy(() -> Playbook.shipped().with(file)).hasMessageContaining("playbooks.yml:4")
                .hasMessageContaining("phone");
        Files.writeString(file, "kind:\n  redirect: [confirm]\n");
        assertThatThrownBy(() -> Playbook.shipped().with(file)).hasMessageContaining("playbooks.yml:2")
                .hasMessageContaining("kind");
    }

    @Test
    void filesOfTheFolderLieOverTheShippedOneAndABadOneLeavesTheOldInForce(@TempDir Path folder)
            throws Exception {
        PlaybookFolder watched = new PlaybookFolder(
                new IncidentConfig("", "", "", folder.toString(), Duration.ofSeconds(2), 20, 1 << 20));
        Playbooks inForce = watched.playbooks();
        Files.writeString(folder.resolve("tinh.yml"), """
                steps:
                  call-owner: {vi: Gọi đường dây nóng, en: Call the hotline}
                  a05: {vi: Báo công an tỉnh, en: Tell the police}
                kinds:
                  defacement: [a05, call-owner]
                """);
        watched.look();
        assertThat(inForce.of(Kind.DEFACEMENT)).extracting(Playbook.Item::english)
                .containsExactly("Tell the police", "Call the hotline");
        assertThat(inForce.of(Kind.REDIRECT)).hasSizeGreaterThan(2).extracting(Playbook.Item::english)
                .contains("Call the hotline");

        Files.writeString(folder.resolve("xa.yml"), "kinds:\n  defacement: [nobody-knows]\n");
        watched.look();
        assertThat(inForce.of(Kind.DEFACEMENT)).hasSize(2);
        Files.delete(folder.resolve("tinh.yml"));
        Files.delete(folder.resolve("xa.yml"));
        watched.look();
        assertThat(inForce.of(Kind.DEFACEMENT)).hasSizeGreaterThan(5);
    }
}
