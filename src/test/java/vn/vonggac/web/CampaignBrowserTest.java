package vn.vonggac.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.Verdict;
import vn.vonggac.incident.CampaignJoining;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Sighting;
import vn.vonggac.page.Place;

import static org.assertj.core.api.Assertions.assertThat;

class CampaignBrowserTest {

    private static final int HIT = 38;

    @AutoClose
    private static final RunningDesk desk = RunningDesk.furnished();
    @AutoClose
    private static final Chromium chromium = new Chromium();

    @BeforeAll
    static void start() {
        Random random = new Random(7);
        for (int portal = 1; portal <= HIT; portal++) {
            plant(portal, random);
        }
        CampaignJoining joining = desk.bean(CampaignJoining.class);
        while (joining.step() > 0) {
            // until every incident was looked at
        }
    }

    private static void plant(int portal, Random random) {
        Instant at = desk.now().minus(Duration.ofDays(60)).plus(Duration.ofDays(random.nextInt(60)));
        List<String> hosts = List.of("vip.kubet" + (portal % 3) + ".com",
                "link" + random.nextInt(12) + ".new88.net",
                "go" + random.nextInt(3) + ".sun" + random.nextInt(9) + "win.club");
        List<Finding> findings = hosts.stream()
                .map(host -> new Finding("hidden-link", Family.LINK, Severity.HIGH,
                        0.9, "search-engine", Place.NOWHERE, "nhà cái uy tín", "detector.hidden-link",
                        List.of("3"),
                        List.of(host)))
                .toList();
        desk.bean(Incidents.class).observe(new Sighting(Integer.toString(portal),
                "https://xa" + portal + ".binhminh.example/tin", at,
                new Verdict(Verdict.Level.COMPROMISED, 0.97, findings, List.of()), true, List.of()));
    }

    @Test
    void aCampaignShowsItsPortalsItsHostsAndHowItSpreadAndIsSplitByHand() {
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                desk.address())) {
            Page page = desk.page(context);
            assertThat(page.locator("main").innerText()).contains("Chiến dịch đang hoạt động");
            page.navigate("/incidents");
            assertThat(page.locator("main").innerText()).contains("Chiến dịch #1");
            page.navigate("/campaigns");
            Chromium.look(page, "campaigns");
            page.locator("main table a").first().click();
            assertThat(page.locator("h1").innerText())
                    .isEqualTo("Chiến dịch #1: 38 cổng, 13 tên miền bị cài");
            assertThat(page.locator("svg.graph circle").count()).isEqualTo(HIT + 13);
            assertThat(page.locator("main").innerText()).contains("new88[.]net", "cùng tên miền");
            Chromium.look(page, "campaign");

            page.getByText("Tách khỏi chiến dịch").click();
            assertThat(page.locator("main").innerText()).contains("Không có sự cố nào được chuyển");
            page.locator("input[name=incident]").first().check();
            page.getByText("Tách khỏi chiến dịch").click();
            page.getByText("Đã sửa chiến dịch").waitFor();
            assertThat(page.locator("h1").innerText()).startsWith("Chiến dịch #1: 37 cổng");
        }
    }

    @Test
    void theSameInEnglishInTheDarkOnAPhone() {
        try (BrowserContext context = chromium.open(new Chromium.Look("en", ColorScheme.DARK, 390),
                desk.address())) {
            Page page = desk.page(context);
            page.navigate("/campaigns/1");
            assertThat(page.locator("h1").innerText()).startsWith("Campaign #1: ");
            Chromium.look(page, "campaign-en");
        }
    }
}
