package vn.vonggac.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.vonggac.detect.Messages;

import static org.assertj.core.api.Assertions.assertThat;

class ImportCommandTest {

    private static final String HOME = "https://xa.example.gov.vn/";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private Path config;

    @BeforeEach
    void enter() throws IOException {
        config = Files.writeString(folder.resolve("vonggac.yml"),
                "vonggac:\n  data: " + folder.resolve("data") + "\n");
        Path agencies = Files.writeString(folder.resolve("agencies.csv"), "code,name\nXA,UBND xã An Bình\n");
        Path portals = Files.writeString(folder.resolve("portals.csv"),
                "name,home,agency\nXã An Bình," + HOME + ",XA\n");
        assertThat(bring("agencies", agencies.toString())).as(err.toString()).isZero();
        assertThat(bring("portals", portals.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains(text("imported", 1, 0, 0));
    }

    @Test
    void pagesOfAListAreTakenInOnceAndThoseOfOthersAreNot() throws IOException {
        Path list = Files.writeString(folder.resolve("list.txt"),
                HOME + "an/1\n/an/2\nhttps://other.example/x\n");
        assertThat(bring("pages", HOME, list.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains(text("pages", 2, 0, 1, 0));
        assertThat(bring("pages", HOME, list.toString())).isZero();

        assertThat(out.toString()).contains(text("pages", 0, 2, 1, 0));
    }

    @Test
    void ofAnAccessLogThePagesCountThatASearchEngineFetched() throws IOException {
        String crawler = "\"-\" \"Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)\"";
        String when = "66.249.66.1 - - [05/Jan/2026:08:00:00 +0700] ";
        Path log = Files.writeString(folder.resolve("access.log"),
                when + "\"GET /upload/kubet.html HTTP/1.1\" 200 512 " + crawler + "\n"
                        + when + "\"GET /khong-co HTTP/1.1\" 404 12 " + crawler + "\n"
                        + when
                        + "\"GET /tin/1 HTTP/1.1\" 200 512 \"-\" \"Mozilla/5.0 (X11; Linux x86_64)\"\n");
        assertThat(bring("pages", HOME, log.toString())).as(err.toString()).isZero();

        assertThat(out.toString()).contains(text("pages", 1, 0, 0, 2));
    }

    @Test
    void aPortalThatNobodyEnteredIsSaid() throws IOException {
        Path list = Files.writeString(folder.resolve("list.txt"), "/an/1\n");

        assertThat(bring("pages", "https://la.example.gov.vn/", list.toString())).isEqualTo(1);
        assertThat(err.toString()).contains(text("no-portal", "https://la.example.gov.vn/"));
    }

    @Test
    void aLineThatIsNoAddressTakesNothingIn() throws IOException {
        Path list = Files.writeString(folder.resolve("list.txt"), "/an/1\nkhông phải địa chỉ\n");
        assertThat(bring("pages", HOME, list.toString())).isEqualTo(1);
        assertThat(err.toString()).isNotBlank();
        Path right = Files.writeString(folder.resolve("list.txt"), "/an/1\n");
        assertThat(bring("pages", HOME, right.toString())).isZero();

        assertThat(out.toString()).contains(text("pages", 1, 0, 0, 0));
    }

    private int bring(String what, String... more) {
        CommandLine commands = VongGac.commands().setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        String[] arguments = new String[more.length + 4];
        arguments[0] = "import";
        arguments[1] = what;
        System.arraycopy(more, 0, arguments, 2, more.length);
        arguments[more.length + 2] = "--config";
        arguments[more.length + 3] = config.toString();
        return commands.execute(arguments);
    }

    private static String text(String key, Object... arguments) {
        return Messages.in(Locale.getDefault()).text("cli." + key, arguments);
    }
}
