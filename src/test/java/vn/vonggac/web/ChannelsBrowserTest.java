package vn.vonggac.web;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.assertj.core.api.Assertions.assertThat;

/** An administrator adds a channel, tries it out, and changes it. */
class ChannelsBrowserTest {

    private static final String SECRET = "khoá ký rất bí mật";

    private static RunningDesk desk;
    private static Chromium chromium;
    private static WireMockServer hears;

    @BeforeAll
    static void start() {
        desk = new RunningDesk();
        desk.staff();
        desk.furnish();
        chromium = new Chromium();
        hears = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        hears.start();
    }

    @AfterAll
    static void stop() {
        hears.stop();
        chromium.close();
        desk.close();
    }

    @Test
    void aChannelIsAddedTriedOutAndChangedWithoutItsSecretComingBack() {
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                desk.address())) {
            Page page = context.newPage();
            desk.signIn(page);
            page.getByText("Kênh thông báo").click();
            assertThat(page.locator("main").innerText()).contains("Chưa có kênh nào");
            page.getByText("Thêm kênh").click();
            picture(page, "channel-kinds");
            assertThat(Chromium.violations(page)).isEmpty();
            page.getByText("Webhook có chữ ký").click();
            page.locator("#name").fill("SOC tỉnh");
            page.locator(".btn-primary").click();
            assertThat(page.locator("#address-problem").isVisible()).isTrue();
            assertThat(page.locator("#secret-problem").innerText()).contains("16");
            picture(page, "channel-form");
            assertThat(Chromium.violations(page)).isEmpty();

            page.locator("#address").fill("http://127.0.0.1:" + hears.port() + "/hook/t0ken");
            page.locator("#secret").fill(SECRET);
            page.locator(".btn-primary").click();
            assertThat(page.locator("main").innerText()).contains("Đã lưu", "SOC tỉnh", "127.0.0.1")
                    .doesNotContain("t0ken");

            hears.stubFor(any(anyUrl()).willReturn(status(403).withBody("không được phép")));
            page.getByLabel("Gửi thử: SOC tỉnh").click();
            assertThat(page.locator("#tried").innerText()).contains("Không gửi được", "403 không được phép");
            picture(page, "channel-failed");
            hears.stubFor(any(anyUrl()).willReturn(ok()));
            page.getByLabel("Gửi thử: SOC tỉnh").click();
            assertThat(page.locator("#tried").innerText()).contains("Đã gửi tin thử");
            hears.verify(2, anyRequestedFor(anyUrl()));
            picture(page, "channels");
            assertThat(Chromium.violations(page)).isEmpty();
            assertThat(Chromium.violationsInTheDark(page)).isEmpty();

            page.locator("a[data-row]").click();
            assertThat(page.content()).doesNotContain("t0ken").doesNotContain(SECRET);
            picture(page, "channel-edit");
            page.locator("#after").fill("15");
            page.locator(".btn-primary").click();
            assertThat(page.locator("main").innerText()).contains("nếu chưa ai nhận sau 15 phút");
        }
    }

    @Test
    void theMailFormAndTheOutboxFitATelephoneInEnglish() {
        try (BrowserContext context = chromium.open(new Chromium.Look("en", ColorScheme.DARK, 390),
                desk.address())) {
            Page page = context.newPage();
            desk.signIn(page);
            for (String path : new String[]{"/channels/new?kind=mail", "/channels/new?example=zalo",
                    "/outbox"}) {
                page.navigate(path);
                picture(page, "phone" + path.replaceAll("\\W", "-"));
                assertThat(Chromium.violations(page)).as(path).isEmpty();
                assertThat(page.evaluate("document.documentElement.scrollWidth <= 390")).as(path)
                        .isEqualTo(true);
            }
        }
    }

    private static void picture(Page page, String name) {
        String folder = System.getProperty("desk.pictures", "");
        if (!folder.isEmpty()) {
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")).setFullPage(true));
        }
    }
}
