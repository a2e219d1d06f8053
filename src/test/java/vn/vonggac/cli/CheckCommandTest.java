package vn.vonggac.cli;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.vonggac.detect.Messages;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

/** What a script that calls {@code check} goes by. */
class CheckCommandTest {

    private static final String CLEAN = "<title>Lịch</title><p>Lịch tiếp công dân tháng 9 của lãnh đạo sở</p>";
    private static final String PLANTED = CLEAN
            + "<div style=\"display:none\"><a href=\"https://new88.example/\">"
            + "nhà cái uy tín, tải app tài xỉu đổi thưởng</a></div>";

    @RegisterExtension
    static final WireMockExtension SITE = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1")).build();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void anAddressOnAPortIsCheckedWithTheSettingsThatAreNamed() throws IOException {
        Path settings = Files.writeString(folder.resolve("own.yml"),
                "vonggac:\n  fetch:\n    allow: [127.0.0.1/32]\n");
        assertThat(check(serve(PLANTED), "--config", settings.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("nhà cái uy tín");
        assertThat(check(serve(CLEAN), "--config", settings.toString())).isZero();
    }

    @Test
    void whatMustNotBeAskedWasNotLookedAt() {
        assertThat(check(serve(CLEAN))).isEqualTo(2);
        String reason = Messages.in(Locale.getDefault()).text("detect.unseen.refused-gate");
        assertThat(out.toString().lines().filter(line -> line.contains(reason))).singleElement().asString()
                .contains("citizen, search-engine, from-search, phone");
    }

    @Test
    void aSettingsFileThatIsNotThereIsMisuse() {
        assertThat(check("--config", folder.resolve("none.yml").toString(), serve(CLEAN))).isEqualTo(64);
        assertThat(err.toString()).contains("none.yml").hasLineCount(1);
    }

    private static String serve(String body) {
        SITE.stubFor(get("/lich").willReturn(okForContentType("text/html; charset=utf-8", body)));
        return SITE.url("/lich");
    }

    private int check(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "check";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return VongGac.commands().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
