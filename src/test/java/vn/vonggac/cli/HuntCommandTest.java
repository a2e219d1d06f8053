package vn.vonggac.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.vonggac.corpus.Corpus;
import vn.vonggac.corpus.CorpusConfig;
import vn.vonggac.corpus.Version;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;

import static org.assertj.core.api.Assertions.assertThat;

class HuntCommandTest {

    private static final Instant MONDAY = Instant.parse("2026-08-03T00:00:00Z");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path data;

    @Test
    void whatWasReadIsFoundAndTheExitCodeSaysSo() {
        index("Chơi tài xỉu online uy tín");

        assertThat(hunt("\"tài xỉu\"")).isZero();
        assertThat(out.toString()).contains("https://xa.example.gov.vn/a  [citizen]", "still there",
                "Chơi tài xỉu online uy tín", "1 found");
        assertThat(hunt("\"nhà cái\"")).isEqualTo(1);
    }

    @Test
    void programsGetALineEachAndALastOne() {
        index("Chơi tài xỉu\u001b[31m online");

        assertThat(hunt("--format", "json", "--since", "2026-08-01", "xỉu")).isZero();
        assertThat(out.toString().lines()).hasSize(2).first().asString()
                .startsWith("{\"portal\":1,\"url\":\"https://xa.example.gov.vn/a\"").doesNotContain("\\u001");
        assertThat(out.toString().lines()).last()
                .isEqualTo("{\"found\":1,\"pages\":1,\"stillThere\":1,\"portals\":[{\"portal\":1,\"pages\":1,"
                        + "\"stillThere\":1,\"firstSeen\":\"2026-08-03T00:00:00Z\","
                        + "\"lastSeen\":\"2026-08-03T00:00:00Z\"}],\"since\":\"2026-08-03T00:00:00Z\"}");
    }

    @Test
    void anEmptyFolderHoldsNothing() {
        assertThat(hunt("a")).isEqualTo(1);
        assertThat(out.toString()).contains("0 found");
    }

    @Test
    void theFolderIsThatOfTheSettingsUnlessToldOtherwise() throws IOException {
        index("Chơi tài xỉu online uy tín");
        Path file = Files.writeString(data.resolve("own.yml"), "vonggac:\n  data: " + data + "\n");

        assertThat(execute(Stream.of("hunt", "--config", file.toString(), "xỉu"))).isZero();
    }

    @Test
    void aQueryThatCannotBeReadIsAUsageError() {
        index("a");

        assertThat(hunt("(((")).isGreaterThan(1);
        assertThat(err.toString()).contains("(((" + System.lineSeparator() + "   ^");
    }

    private int hunt(String... arguments) {
        return execute(Stream.concat(Stream.of("hunt", "--data", data.toString()), Stream.of(arguments)));
    }

    private int execute(Stream<String> arguments) {
        CommandLine commands = VongGac.commands().setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return commands.execute(arguments.toArray(String[]::new));
    }

    private void index(String body) {
        byte[] html = ("<title>Xã</title><p>" + body).getBytes(StandardCharsets.UTF_8);
        String url = "https://xa.example.gov.vn/a";
        try (Corpus corpus = Corpus.open(data.resolve("corpus"), CorpusConfig.usual())) {
            corpus.add(new Version(1, 1, url, "1", new TreeSet<>(Set.of("citizen")), 1, MONDAY, MONDAY, true,
                    "clean",
                    new PageReader().read(new PageSource(url, html, Optional.of("text/html"), false)),
                    List.of()));
        }
    }
}
