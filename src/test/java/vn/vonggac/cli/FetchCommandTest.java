package vn.vonggac.cli;

import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import vn.vonggac.fetch.HostileOrigin;

import static org.assertj.core.api.Assertions.assertThat;

class FetchCommandTest {

    private static final String ALLOW = "vonggac.fetch.allow";
    private static final HostileOrigin ORIGIN = new HostileOrigin();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void letLoopbackThrough() {
        System.setProperty(ALLOW, "127.0.0.1");
    }

    @AfterAll
    static void stop() {
        System.clearProperty(ALLOW);
        ORIGIN.close();
    }

    @Test
    void chainHeadersAndTimingsArePrinted() {
        assertThat(run(ORIGIN.url("redirect-large"))).isZero();
        assertThat(out.toString()).contains("HTTP/1.1 302 Found  " + ORIGIN.url("redirect-large"),
                "HTTP/1.1 200 OK  " + ORIGIN.url("good"), "  < Location: /good",
                "  > User-Agent: Mozilla/5.0",
                "127.0.0.1  dns 0.0 ms", "text/html; charset=utf-8  HTML  53 B -> 53 B  UTF-8 (HEADER)");
    }

    @Test
    void jsonHoldsTheWholeExchange() {
        assertThat(run(ORIGIN.url("redirect-large"), "--format", "json", "--view", "phone")).isZero();
        assertThat(out.toString())
                .startsWith("{\"url\":\"" + ORIGIN.url("redirect-large") + "\",\"view\":\"phone\"")
                .contains("\"result\":\"fetched\"", "\"status\":302", "\"status\":200",
                        "\"kind\":\"redirect\"",
                        "{\"name\":\"Location\",\"value\":\"/good\"}", "\"firstByte\":",
                        "\"charset\":\"UTF-8\"",
                        "\"finalUrl\":\"" + ORIGIN.url("good") + "\"");
    }

    @ParameterizedTest(name = "{0} is {1}: {2}")
    @CsvSource({"redirect-private, refused, gate", "close, failed, connection-lost",
            "redirect-itself, refused, redirect-loop"})
    void pageThatCannotBeSeenExitsWithTwo(String behaviour, String result, String reason) {
        assertThat(run(ORIGIN.url(behaviour), "--format", "json")).isEqualTo(2);
        assertThat(out.toString()).contains("\"result\":\"" + result + "\"", "\"reason\":\"" + reason + "\"");
    }

    @Test
    void nothingThatAServerSendsControlsTheTerminal() {
        assertThat(run(ORIGIN.url("header-injection"))).isZero();
        assertThat(out.toString()).contains("Set-Cookie: evil=1");
        assertThat(Pattern.compile("[\\p{Cntrl}&&[^\\r\\n]]").matcher(out.toString()).find()).isFalse();
        assertThat(out.toString().lines()).noneMatch(line -> line.startsWith("Set-Cookie"));
    }

    @Test
    void unknownViewIsMisuse() {
        assertThat(run(ORIGIN.url("good"), "--view", "martian")).isEqualTo(64);
        assertThat(err.toString()).contains("martian", "search-engine");
        assertThat(run()).isEqualTo(64);
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "fetch";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        CommandLine commands = VongGac.commands().setOut(new PrintWriter(new BufferedWriter(out), true))
                .setErr(new PrintWriter(err, true));
        return commands.execute(all);
    }
}
