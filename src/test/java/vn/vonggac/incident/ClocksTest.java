package vn.vonggac.incident;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClocksTest {

    private static final Instant T0 = Instant.parse("2026-09-01T08:14:00Z");

    private final Clocks clocks = Clocks.shipped();

    @Test
    void gravityAndKindDecideWhichClocksRun() {
        assertThat(running(Kind.PLANTED_CONTENT, Gravity.ORDINARY)).containsExactly("report");
        assertThat(running(Kind.DEFACEMENT, Gravity.SERIOUS)).containsExactly("first-notice", "report",
                "restoration");
        assertThat(running(Kind.REDIRECT, Gravity.NATIONAL)).containsExactly("notice-at-once", "first-notice",
                "report");
        assertThat(running(Kind.TRUST_LABEL, Gravity.ORDINARY)).isEmpty();
    }

    @Test
    void aReadingCountsDownWarnsAndRunsOut() {
        Clock.Reading report = readings(Kind.REDIRECT, Gravity.ORDINARY, Map.of()).getFirst();

        assertThat(report.due()).isEqualTo("2026-09-04T08:14:00Z");
        assertThat(report.left(T0.plus(Duration.ofHours(70)))).isEqualTo(Duration.ofHours(2));
        assertThat(report.overdue(T0.plus(Duration.ofHours(72)))).isFalse();
        assertThat(report.overdue(T0.plus(Duration.ofHours(73)))).isTrue();
        assertThat(report.warningsBetween(T0.plus(Duration.ofHours(47)), T0.plus(Duration.ofHours(48))))
                .containsExactly(Duration.ofHours(24));
        assertThat(report.warningsBetween(T0.plus(Duration.ofHours(48)), T0.plus(Duration.ofHours(49))))
                .isEmpty();
    }

    @Test
    void aStoppedClockNeitherWarnsNorRunsOut() {
        Clock.Reading report = readings(Kind.REDIRECT, Gravity.ORDINARY,
                Map.of("report", T0.plus(Duration.ofHours(20)))).getFirst();

        assertThat(report.overdue(T0.plus(Duration.ofDays(30)))).isFalse();
        assertThat(report.warningsBetween(T0, T0.plus(Duration.ofDays(30)))).isEmpty();
        assertThat(report.left(T0.plus(Duration.ofDays(30)))).isEqualTo(Duration.ofHours(52));
    }

    @Test
    void theClockOfRestorationStopsWhenThePagesAreAsTheyShouldBeNotWhenNothingIsShownAnyMore() {
        Optional<Instant> early = Optional.of(T0.plus(Duration.ofHours(1)));
        Optional<Instant> late = Optional.of(T0.plus(Duration.ofHours(5)));
        assertThat(restoration(early, Optional.empty()).running()).isTrue();
        assertThat(restoration(early, late).stopped()).isEqualTo(late);
    }

    private Clock.Reading restoration(Optional<Instant> contained, Optional<Instant> restored) {
        return clocks.of(Kind.DEFACEMENT, Gravity.ORDINARY, T0, Map.of(), contained, restored).stream()
                .filter(reading -> reading.clock().id().equals("restoration")).findFirst().orElseThrow();
    }

    @Test
    void theUsualFileNeedNotExistAndAnyOtherThatIsNamedMust() {
        assertThat(config("config/clocks.yml").clocksFile()).isEmpty();
        assertThat(config("").clocksFile()).isEmpty();
        assertThat(config("/etc/vonggac/clocks.yml").clocksFile()).contains("/etc/vonggac/clocks.yml");
    }

    private static IncidentConfig config(String clocks) {
        return new IncidentConfig("", clocks, "", "config/playbooks", Duration.ofSeconds(2), 20, 8_388_608);
    }

    @Test
    void aMistakeInTheFileIsNamedWithItsLine(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("clocks.yml"), """
                - id: report
                  after: 72 hours
                  for: all
                  stops: reported
                  warn: []
                """);

        assertThatThrownBy(() -> Clocks.read(file)).hasMessageContaining("clocks.yml:2: ")
                .hasMessageContaining("72 hours");
    }

    @Test
    void anUnknownKindOfIncidentIsNamedWithItsLine(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("rules.yml"),
                Files.readString(Path.of("src/main/resources/incident/rules.yml"))
                        .replace("replaced-page: defacement", "replaced-page: vandalism"));

        assertThatThrownBy(() -> Rules.read(file))
                .hasMessageContaining("rules.yml:19: unknown kind “vandalism”");
    }

    private List<String> running(Kind kind, Gravity gravity) {
        return readings(kind, gravity, Map.of()).stream().map(reading -> reading.clock().id()).toList();
    }

    private List<Clock.Reading> readings(Kind kind, Gravity gravity, Map<String, Instant> reported) {
        return clocks.of(kind, gravity, T0, reported, Optional.empty(), Optional.empty());
    }
}
