package vn.vonggac.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vonggac.feed.Feeds;
import vn.vonggac.signature.Signature;
import vn.vonggac.signature.Signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettingsTest {

    @TempDir
    private Path folder;

    @Test
    void theSampleIsTakenAsItIsAndWithEveryCommentTakenAway() throws IOException {
        Path sample = Path.of("config/vonggac.yml");
        read(sample).close();
        String all = Files.readString(sample).lines()
                .map(line -> line.matches("# {2,}.*") ? line.substring(1) : line)
                .collect(Collectors.joining("\n"));
        try (ApplicationContext context = read(file(all))) {
            assertThat(context.getProperty("vonggac.database.username", String.class)).hasValue("vonggac");
            assertThat(context.getProperty("datasources.default.url", String.class))
                    .hasValue("jdbc:postgresql://localhost/vonggac");
            assertThat(context.getProperty("vonggac.fetch.allow", String[].class)).hasValue(
                    new String[]{"10.1.2.0/24"});
        }
    }

    @Test
    void theOperatorsFileStandsAboveTheDefaults() throws IOException {
        Path data = folder.resolve("elsewhere");
        try (ApplicationContext context = read(
                file("vonggac:\n  data: " + data + "\n  http: {port: 9090}\n"))) {
            assertThat(context.getProperty("micronaut.server.port", Integer.class)).hasValue(9090);
            assertThat(context.getProperty("datasources.default.url", String.class)).hasValueSatisfying(
                    url -> assertThat(url).startsWith("jdbc:h2:file:" + data + "/vonggac;")
                            .contains("WRITE_DELAY=0"));
        }
    }

    @Test
    void aPromptKnowsTheOperatorsListsAndSignatures() throws IOException {
        Path own = Files.createDirectories(folder.resolve("signatures"));
        Files.writeString(own.resolve("own.yml"), """
                topic: gambling
                languages: [vi]
                note: "ours"
                signatures:
                  - id: own-word
                    weight: 0.9
                    query: 'kimtudong'
                    hits: [kimtudong một, hai kimtudong, kimtudong]
                    misses: [kim đồng, một, hai]
                """);
        Path list = Files.writeString(folder.resolve("list.txt"), "trong-danh-sach.example\n");
        try (ApplicationContext context = Settings.offline(Optional.of(file("vonggac:\n  data: " + folder
                + "\n  feed: {lists: {own: " + list + "}}\n  signature: {folder: " + own + "}\n")))) {
            assertThat(context.getBean(Feeds.class).find("https://trong-danh-sach.example/")).isPresent();
            assertThat(context.getBean(Signatures.class).all()).extracting(Signature::id)
                    .contains("own-word");
            assertThat(context.getRequiredProperty("vonggac.signature.reload", Duration.class))
                    .as("folders are read once").isGreaterThan(Duration.ofDays(1));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "vonggac: {databse: {url: x}} | unknown key vonggac.databse.url; the nearest known one is vonggac.database.url",
            "vonggac: {http: {prot: 1}} | unknown key vonggac.http.prot; the nearest known one is vonggac.http.port",
            "vonggac: {fetch: {alow: [10.0.0.0/8]}} | unknown key vonggac.fetch.alow; the nearest known one is vonggac.fetch.allow",
            "vonggac: {watch: {heartbeat: soon}} | vonggac.watch.heartbeat has to be a duration such as 2s, not soon",
            "vonggac: {http: {port: http}} | vonggac.http.port has to be a number such as 8080, not http",
            "vonggac: {watch: {enabled: maybe}} | vonggac.watch.enabled has to be true or false such as true, not maybe",
            "vonggac: {http: {proxies: [127.0.0.1, proxy.example]}} | vonggac.http.proxies has to list addresses or ranges such as 10.1.2.0/24, not proxy.example",
            "vonggac: {fetch: {allow: 10.0.0.0/99}} | vonggac.fetch.allow has to list addresses or ranges such as 10.1.2.0/24, not 10.0.0.0/99"})
    void aSlipOfTheKeyboardRefusesTheStartAndSaysWhere(String settings, String reason) throws IOException {
        Path file = file(settings);
        assertThatThrownBy(() -> read(file)).isInstanceOf(CannotStart.class).hasMessage(file + ": " + reason);
    }

    @Test
    void anUnknownVariableRefusesTheStart() {
        try (ApplicationContext context = read(Path.of("config/vonggac.yml"))) {
            context.getEnvironment()
                    .addPropertySource(PropertySource.of("env", Map.of("VONGGAC_HTTP_PROT", "1"),
                            PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE));
            assertThatThrownBy(() -> new KnownKeys().check(context.getEnvironment())).hasMessage(
                    "env: unknown key VONGGAC_HTTP_PROT; the nearest known one is VONGGAC_HTTP_PORT");
        }
    }

    @Test
    void aFileThatIsNoYamlOrNotThereIsSaidInOneLine() throws IOException {
        Path broken = file("vonggac: [");
        assertThatThrownBy(() -> read(broken)).isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("Settings not readable: " + broken);
        assertThatThrownBy(() -> read(folder.resolve("none.yml"))).isInstanceOf(CannotStart.class)
                .hasMessageContaining("none.yml");
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0", "192.0.2.7", "'::'"})
    void inTheClearOnlyLoopbackIsListenedOn(String host) throws IOException {
        Path file = file("vonggac: {http: {host: '" + host + "'}}");
        assertThatThrownBy(() -> read(file)).isInstanceOf(CannotStart.class)
                .hasMessageContaining(host + " is no loopback address");
    }

    @ParameterizedTest
    @CsvSource({"proxies: [192.0.2.0/24]", "allow-plain-http-beyond-loopback: true"})
    void whoSaysHowIsHeardBeyondLoopback(String how) throws IOException {
        try (ApplicationContext context = read(file("vonggac: {http: {host: 0.0.0.0, " + how + "}}"))) {
            assertThat(context.getProperty("micronaut.server.host", String.class)).hasValue("0.0.0.0");
        }
    }

    @Test
    void aCertificateThatIsNotThereOrHasNoKeyRefusesTheStart() throws IOException {
        Path none = Files.writeString(folder.resolve("none.pem"), "x");
        Path store = Files.writeString(folder.resolve("none.p12"), "x");
        assertThatThrownBy(() -> read(file("vonggac: {http: {certificate: /nowhere.pem}}")))
                .isInstanceOf(CannotStart.class)
                .hasMessage("vonggac.http.certificate: /nowhere.pem cannot be read.");
        for (Path file : List.of(none, store)) {
            assertThatThrownBy(() -> read(file("vonggac: {http: {certificate: " + file + "}}")))
                    .isInstanceOf(CannotStart.class).hasMessageStartingWith(
                            "vonggac.http.certificate: " + file + " is no certificate");
        }
    }

    @Test
    void aSecondServiceOnTheSameFolderIsRefusedInOneLine() {
        try (DataFolder first = DataFolder.hold(folder)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> DataFolder.hold(folder)).isInstanceOf(CannotStart.class)
                    .hasMessage("Another Vọng Gác holds the data folder " + folder
                            + ": stop it, or give this one a folder of its own with vonggac.data.");
        }
        DataFolder.hold(folder).close();
    }

    @Test
    void aDemonstrationHasAFolderAndADatabaseOfItsOwnWhateverTheOperatorSays() throws IOException {
        Path file = file(
                "vonggac: {data: '" + folder + "', database: {url: 'jdbc:postgresql://real/vonggac'}}");
        try (ApplicationContext context = Settings.demo(Optional.of(file))) {
            assertThat(Settings.data(context)).isEqualTo(folder.resolve("demo"));
            assertThat(context.getProperty("datasources.default.url", String.class)).hasValueSatisfying(
                    url -> assertThat(url).startsWith("jdbc:h2:file:" + folder.resolve("demo")));
        }
    }

    @Test
    void aDemonstrationThrowsAwayWhatAnEarlierOneLeftAndNothingElse() throws IOException {
        Path demo = folder.resolve("demo");
        try (DataFolder first = DataFolder.hold(demo)) {
            first.beginAgain();
            Files.createDirectories(demo.resolve("copies/ab"));
            Files.writeString(demo.resolve("copies/ab/c"), "x");
            first.beginAgain();
            assertThat(demo.resolve("copies")).doesNotExist();
        }
        Path real = folder.resolve("real");
        try (DataFolder second = DataFolder.hold(real)) {
            Files.writeString(real.resolve("vonggac.mv.db"), "real");
            assertThatThrownBy(second::beginAgain).isInstanceOf(CannotStart.class);
            assertThat(real.resolve("vonggac.mv.db")).exists();
        }
    }

    private static ApplicationContext read(Path file) {
        return Settings.read(Optional.of(file), Map.of());
    }

    private Path file(String settings) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "settings", ".yml"), settings);
    }
}
