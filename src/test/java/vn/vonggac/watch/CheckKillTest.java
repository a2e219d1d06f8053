package vn.vonggac.watch;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Scope;
import vn.vonggac.watch.Check.State;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

class CheckKillTest {

    @TempDir
    Path folder;

    @Test
    void aCheckUnderWayWhenTheServiceIsKilledIsBegunAgain() throws Exception {
        try (Site site = new Site()) {
            site.server.stubFor(get(urlEqualTo("/")).willReturn(aResponse().withStatus(200)
                    .withHeader("Content-Type", "text/html; charset=utf-8").withFixedDelay(1500)
                    .withBody(Site.PLANTED)));
            String id = runAndKill(site);
            TestInstallation installation = TestInstallation.with(KilledWatch.settings(folder.toString()));
            try {
                Checks checks = installation.bean(Checks.class);
                assertThat(checks.find("an", Scope.EVERYTHING, id).orElseThrow().state())
                        .isEqualTo(State.RUNNING);
                installation.time().pass(Duration.ofSeconds(20));
                installation.bean(CheckRuns.class).beat();
                ChecksTest.within(Duration.ofMinutes(1),
                        () -> checks.find("an", Scope.EVERYTHING, id).orElseThrow().state() == State.DONE);
                Check check = checks.find("an", Scope.EVERYTHING, id).orElseThrow();
                assertThat(check.verdict()).isEqualTo("compromised");
                assertThat(check.steps()).extracting(CheckStep::kind).contains(CheckStep.Kind.BEGUN,
                        CheckStep.Kind.BEGUN_AGAIN);
            } finally {
                installation.close();
            }
        }
    }

    private String runAndKill(Site site) throws Exception {
        Process child = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED", "-cp", KillTest.classPath(),
                KilledCheck.class.getName(), folder.toString(), site.url("/")).redirectErrorStream(true)
                .start();
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            StringBuilder said = new StringBuilder();
            String line = out.readLine();
            while (line != null && !line.startsWith("asking ")) {
                said.append(line).append('\n');
                line = out.readLine();
            }
            assertThat(line).as(said.toString()).isNotNull();
            return line.substring("asking ".length());
        } finally {
            child.destroyForcibly().waitFor();
        }
    }
}
