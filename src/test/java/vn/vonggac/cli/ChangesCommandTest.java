package vn.vonggac.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.Messages;
import vn.vonggac.page.HiddenReason;

import static org.assertj.core.api.Assertions.assertThat;

class ChangesCommandTest {

    private static final String USUAL = "<html lang=vi><title>Xã Phú Lộc</title><h1>Xã Phú Lộc</h1><p>Giới thiệu</p>"
            + "<p>Thủ tục hành chính</p><p>Lịch tiếp công dân</p><p>Liên hệ</p><p>Văn bản</p>";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private static String text(String key, Object... arguments) {
        return Messages.in(Locale.getDefault()).text("cli.changes." + key, arguments);
    }

    private int changes(String... more) {
        CommandLine commands = VongGac.commands().setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        String[] arguments = new String[more.length + 2];
        arguments[0] = "changes";
        arguments[1] = folder.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return commands.execute(arguments);
    }

    private void copy(String name, String html) throws IOException {
        Path file = folder.resolve("phuloc").resolve("home").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, html);
    }

    @Test
    void saysWhatCameWhatWentAndCountsTheKinds() throws IOException {
        copy("20260301T060000Z.html", USUAL);
        copy("20260302T060000Z.html", USUAL);
        copy("20260303T060000Z.html", USUAL.replace("<p>Liên hệ</p>", "")
                + "<div>Chơi <a href='https://789bet.example.one/'>tại đây</a></div>");
        copy("20260304T060000Z.html", "<title>x</title><center>hacked by nobody</center>");

        assertThat(changes()).isZero();
        assertThat(out.toString()).contains(
                "phuloc/home  2026-03-02T06:00:00Z -> 2026-03-03T06:00:00Z  " + text("kind.editorial"),
                "  + Chơi tại đây", "  - Liên hệ", "  +* link https://789bet.example.one/  tại đây",
                text("hosts") + ": 789bet.example.one", text("title") + ": Xã Phú Lộc => x",
                "  " + text("kind.replaced") + "\n", text("total", "3", "2", "50.00%"));
    }

    @Test
    void theFileForABrowserRunsNothingOfWhatItShows() throws IOException {
        copy("20260301T060000Z.html", USUAL);
        copy("20260302T060000Z.html",
                USUAL + "<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=y&gt;</p>"
                        + "<a href='javascript:alert(2)'>a\u202db</a><script>document.write('<b>')</script>");
        Path file = folder.resolve("changes.html");

        assertThat(changes("--html", file.toString())).isZero();
        assertThat(Files.readString(file)).contains("&lt;script&gt;alert(1)&lt;/script&gt;",
                "link javascript:alert(2)  a·b</ins>",
                "Content-Security-Policy\" content=\"default-src 'none'")
                .doesNotContain("<script", "<img", "<a ", "<b>'", "\u202d");
    }

    @Test
    void whyAReaderCannotSeeSomethingIsSaidInWords() throws IOException {
        copy("20260301T060000Z.html", USUAL);
        copy("20260302T060000Z.html", USUAL + "<div style='display:none'>Chơi tại đây</div>");
        Path file = folder.resolve("changes.html");

        changes("--html", file.toString());
        String why = "(" + text("hidden", text("hidden-by.display-none")) + ")";
        assertThat(out.toString()).contains("+ Chơi tại đây " + why);
        assertThat(Files.readString(file)).contains("html&gt;body&gt;div:1 " + why);
    }

    @Test
    void everyReasonForBeingHiddenHasWords() {
        assertThat(HiddenReason.values()).extracting(reason -> text("hidden-by." + Slug.of(reason)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aTerminalIsNotWrittenToByAPage() throws IOException {
        copy("20260301T060000Z.html", USUAL);
        copy("20260302T060000Z.html", USUAL + "<script>a\u001b[2Jb\u202ec</script>");

        changes();
        assertThat(out.toString()).contains("a·[2Jb·c").doesNotContain("\u001b", "\u202e");
    }

    @Test
    void takesAPageAPortalOrManyAndNamesWhatItCannotRead() throws IOException {
        copy("20260301T060000Z.html", USUAL);
        copy("20260302T060000Z.html", USUAL + "<p>Tin mới</p>");
        copy("readme.md", "x");
        Path all = folder;

        assertThat(changes("--table")).isEqualTo(2);
        assertThat(err.toString()).contains("readme.md: not named");
        folder = all.resolve("phuloc");
        changes("--table");
        folder = all.resolve("phuloc").resolve("home");
        changes("--table");
        assertThat(out.toString().split(text("total", "1", "1", "100.00%"), -1)).hasSize(4);
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        folder = folder.resolve("nowhere");
        assertThat(changes()).isEqualTo(2);
        assertThat(err.toString()).contains("no such folder");
    }
}
