package vn.vonggac.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ReplayCommandTest {

    private static final String CLEAN = "<title>Lịch</title><p>Lịch tiếp công dân của lãnh đạo sở</p>";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void aFolderAboveHistoriesIsToldInOneLine() throws IOException {
        copy("quiet/phuloc/home/20260301T060000Z.html");

        assertThat(replay(folder)).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("no copies", "<portal>/<page>");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aRateIsToldOnlyOfTimeThatPassed() throws IOException {
        copy("phuloc/home/20260301T060000Z.html");
        assertThat(replay(folder)).isZero();
        assertThat(out.toString()).contains("1 visits of 1 portals, 0 incidents").doesNotContain("NaN",
                "portal-weeks");

        copy("phuloc/home/20260308T060000Z.html");
        assertThat(replay(folder)).isZero();
        assertThat(out.toString()).contains("1.0 portal-weeks: 0.000 incidents per 100");
    }

    private void copy(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, CLEAN);
    }

    private int replay(Path histories) {
        return VongGac.commands().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
                .execute("replay", histories.toString());
    }
}
