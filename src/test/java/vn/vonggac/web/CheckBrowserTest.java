package vn.vonggac.web;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.AgencyDraft;
import vn.vonggac.portal.PortalDraft;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** A webmaster's way through a check, with script and without. */
class CheckBrowserTest {

    private static final Chromium.Look LOOK = new Chromium.Look("vi", ColorScheme.LIGHT, 1280);

    private final WireMockServer site = new WireMockServer(
            WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
    private RunningDesk desk;
    private Chromium chromium;
    private String home = "";

    @BeforeEach
    void start() {
        site.start();
        home = "http://127.0.0.1:" + site.port() + "/";
        desk = new RunningDesk(Map.of("vonggac.fetch.allow", "127.0.0.0/8", "vonggac.fetch.pace.factor", 0,
                "vonggac.fetch.pace.shortest", "0ms"));
        desk.staff();
        desk.bean(Agencies.class).add(Scope.EVERYTHING,
                new AgencyDraft("XA", "UBND xã An Bình", "", "", "", "", "", "", "", "", ""), "an");
        desk.bean(Portals.class).add(Scope.EVERYTHING, new PortalDraft("Xã An Bình", home, "XA", "", "", "",
                "", "", "", "", "", "", "7d", ""), "an");
        chromium = new Chromium();
    }

    @AfterEach
    void stop() {
        chromium.close();
        desk.close();
        site.stop();
    }

    @Test
    void aSlowPageShowsEachStepThenItsFindingsThenWhatTheCleanUpAchieved() {
        serve(RunningDesk.PLANTED, 800);
        try (BrowserContext context = chromium.open(LOOK, desk.address())) {
            Page page = desk.page(context);
            page.navigate("/check");
            page.locator("#what").fill(home);
            page.getByText("Kiểm tra", new Page.GetByTextOptions().setExact(true)).last().click();
            page.getByText("góc nhìn 2 trong 4").waitFor();
            assertThat(page.locator("[data-live] progress").getAttribute("value")).isNotEqualTo("0");
            page.locator(".verdict-compromised").waitFor();
            assertThat(page.locator(".finding").first().innerText()).contains("Công dân, Googlebot",
                    "dòng 1");
            assertThat(page.locator("main").innerText()).contains("Gỡ bỏ và kiểm chứng",
                    "chỉ hiện với địa chỉ IP của Google", "Đường dẫn cho người cùng cơ quan");
            assertThat(Chromium.violations(page)).isEmpty();
            serve("<p>Tin tức</p>", 0);
            page.locator("form[action$=again] button").click();
            page.locator(".verdict-clean").waitFor();
            assertThat(page.locator("#since").locator("xpath=../..").innerText())
                    .contains("Đã hết", "new88").doesNotContain("Vẫn còn");
            assertThat(page.locator("main").innerText())
                    .contains("hiện trạng chuẩn còn đang được học nên chưa có gì để so")
                    .doesNotContain("đã so với");
            assertThat(page.locator("main table").first().boundingBox().width).isGreaterThan(900);
            Chromium.picture(page, "check-clean");
            assertThat(Chromium.violations(page)).isEmpty();
        }
    }

    @Test
    void withoutScriptThePageReloadsItselfUntilTheResultIsThere() {
        serve(RunningDesk.PLANTED, 800);
        try (BrowserContext context = chromium.plain(LOOK, desk.address())) {
            Page page = desk.page(context);
            page.navigate("/check");
            page.locator("#what").fill(home);
            page.locator("main form button").first().click();
            page.locator(".verdict-compromised").waitFor();
            page.navigate("/check");
            page.locator("main a[data-row]").first().click();
            page.locator(".verdict-compromised").waitFor();
        }
    }

    @Test
    void aDraftIsToldWhatWouldBeFlaggedAndALongCheckCanBeCalledOff() {
        serve("<p>Tin tức</p>", 3000);
        try (BrowserContext context = chromium.open(LOOK, desk.address())) {
            Page page = desk.page(context);
            page.navigate("/check");
            page.locator("#what").fill("Nhà cái uy tín kubet, tải app tài xỉu đổi thưởng, nổ hũ nhận 88k");
            page.locator("main form button").first().click();
            page.getByText("Bản nháp này sẽ bị gắn cờ nếu đăng.").waitFor();
            assertThat(page.locator("section[aria-labelledby=remedy]").innerText())
                    .contains("Sửa bản nháp", "Tìm đoạn được trích trong bản nháp")
                    .doesNotContain("Gỡ bỏ", "cơ sở dữ liệu");
            Chromium.picture(page, "check-draft");
            page.navigate("/check");
            page.locator("#what").fill(home);
            page.locator("main form button").first().click();
            page.getByText("Hủy kiểm tra").click();
            page.getByText("Lượt kiểm tra này đã bị hủy.").waitFor();
        }
    }

    private void serve(String body, int delay) {
        site.resetAll();
        site.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)));
        site.stubFor(get(urlEqualTo("/")).willReturn(aResponse().withStatus(200)
                .withHeader("Content-Type", "text/html; charset=utf-8").withFixedDelay(delay)
                .withBody(body)));
    }
}
