package vn.vonggac.web;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.vonggac.incident.ByHand;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Kind;
import vn.vonggac.notify.ChannelDraft;
import vn.vonggac.notify.Channels;
import vn.vonggac.portal.Scope;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** An administrator adds a channel, tries it out, and changes it. */
class ChannelsBrowserTest {

    private static final String SECRET = "khoá ký rất bí mật";

    @AutoClose
    private static final RunningDesk desk = new RunningDesk(
            Map.of("vonggac.notify.enabled", true, "vonggac.notify.beat", "50ms"));
    @AutoClose
    private static final Chromium chromium = new Chromium();
    @AutoClose("stop")
    private static final WireMockServer hears = new WireMockServer(
            WireMockConfiguration.options().dynamicPort());

    @BeforeAll
    static void start() {
        desk.staff();
        desk.furnish();
        hears.start();
    }

    @Test
    void aChannelIsAddedTriedOutAndChangedWithoutItsSecretComingBack() {
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                desk.address())) {
            Page page = desk.page(context);
            page.getByText("Kênh thông báo").click();
            assertThat(page.locator("main").innerText()).contains("Chưa có kênh nào");
            page.getByText("Thêm kênh").click();
            Chromium.picture(page, "channel-kinds");
            assertThat(Chromium.violations(page)).isEmpty();
            page.getByText("Webhook có chữ ký").click();
            page.locator("#name").fill("SOC tỉnh");
            page.locator(".btn-primary").click();
            assertThat(page.locator("#address-problem").isVisible()).isTrue();
            assertThat(page.locator("#secret-problem").innerText()).contains("16");
            Chromium.picture(page, "channel-form");
            assertThat(Chromium.violations(page)).isEmpty();

            page.locator("#address").fill("http://127.0.0.1:" + hears.port() + "/hook/t0ken");
            page.locator("#secret").fill(SECRET);
            page.locator(".btn-primary").click();
            assertThat(page.locator("main").innerText()).contains("Đã lưu", "SOC tỉnh", "127.0.0.1")
                    .doesNotContain("t0ken");

            hears.stubFor(any(anyUrl()).willReturn(status(403).withBody("không được phép")));
            page.getByLabel("Gửi thử: SOC tỉnh").click();
            assertThat(page.locator("#tried").innerText()).contains("Không gửi được", "403 không được phép");
            Chromium.picture(page, "channel-failed");
            hears.stubFor(any(anyUrl()).willReturn(ok()));
            page.getByLabel("Gửi thử: SOC tỉnh").click();
            assertThat(page.locator("#tried").innerText()).contains("Đã gửi tin thử");
            hears.verify(2, postRequestedFor(urlEqualTo("/hook/t0ken")));
            Chromium.picture(page, "channels");
            assertThat(Chromium.violations(page)).isEmpty();
            assertThat(Chromium.violationsInTheDark(page)).isEmpty();

            page.locator("a[data-row]").click();
            assertThat(page.content()).doesNotContain("t0ken").doesNotContain(SECRET);
            Chromium.picture(page, "channel-edit");
            page.locator("#after").fill("15");
            page.locator(".btn-primary").click();
            assertThat(page.locator("main").innerText()).contains("nếu chưa ai nhận sau 15 phút");
        }
    }

    @Test
    void theMailFormAndTheOutboxFitATelephoneInEnglish() {
        try (BrowserContext context = chromium.open(new Chromium.Look("en", ColorScheme.DARK, 390),
                desk.address())) {
            Page page = desk.page(context);
            for (String path : new String[]{"/channels/new?kind=mail", "/channels/new?example=zalo",
                    "/outbox"}) {
                page.navigate(path);
                Chromium.picture(page, "phone" + path.replaceAll("\\W", "-"));
                assertThat(Chromium.violations(page)).as(path).isEmpty();
                assertThat(page.evaluate("document.documentElement.scrollWidth <= 390")).as(path)
                        .isEqualTo(true);
            }
        }
    }

    @Test
    void whatCouldNotBeSentStandsInTheOutboxWithItsReasonAndIsSentAgain() {
        hears.stubFor(any(anyUrl()).willReturn(status(503).withBody("đang bảo trì")));
        desk.bean(Channels.class).add(Scope.EVERYTHING, new ChannelDraft("chat", "Phòng trực", "", "low",
                "vi", "http://127.0.0.1:" + hears.port() + "/chat", "mattermost", "", "", "", "", "", "", "",
                "", "", "", ""), "an");
        desk.bean(Incidents.class).open(Scope.EVERYTHING, new ByHand(1, "https://xa1.binhminh.example/tin",
                Kind.PLANTED_CONTENT, "công dân", desk.now(), "gọi điện"), "an");
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                desk.address())) {
            Page page = desk.page(context);
            until(page, "đang bảo trì");
            assertThat(page.locator("main").innerText()).contains("Phòng trực", "Đang chờ", "503");
            Chromium.picture(page, "outbox-waiting");
            assertThat(Chromium.violations(page)).isEmpty();
            assertThat(Chromium.violationsInTheDark(page)).isEmpty();

            hears.stubFor(any(anyUrl()).willReturn(ok()));
            desk.pass(Duration.ofSeconds(1));
            page.getByLabel("Gửi lại ngay: #1, Phòng trực").click();
            assertThat(page.locator("main").innerText()).contains("sẽ được gửi lại ngay");
            until(page, "Đã gửi");
            Chromium.picture(page, "outbox-sent");
        }
    }

    private static void until(Page page, String words) {
        page.navigate("/outbox");
        page.waitForCondition(() -> {
            page.reload();
            return page.locator("main").innerText().contains(words);
        });
    }
}
