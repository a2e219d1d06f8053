package vn.vonggac.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import vn.vonggac.audit.Audit;
import vn.vonggac.incident.Silence;
import vn.vonggac.incident.Silences;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists that show by themselves what came since they were opened, unless somebody is in the midst of them. */
class LiveListsBrowserTest {

    @AutoClose
    private static final RunningDesk desk = RunningDesk.furnished();
    @AutoClose
    private static final Chromium chromium = new Chromium();

    private static Page open(BrowserContext context, String path) {
        Page page = desk.page(context);
        page.navigate(path);
        page.evaluate("window.opened = true");
        return page;
    }

    private static void isTheSamePage(Page page) {
        assertThat(page.evaluate("window.opened")).isEqualTo(true);
    }

    @Test
    void whatOthersDoIsSeenInEveryTabByOneStream() {
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                desk.address())) {
            Page trail = open(context, "/audit");
            Page silences = open(context, "/silences");
            silences.locator("#domain").fill("đang gõ");
            desk.bean(Silences.class).add(Scope.EVERYTHING,
                    Silence.Matcher.ALL.onPortal("1"), "người khác vừa ẩn",
                    desk.now().plusSeconds(86_400), "binh.tran").orElseThrow();

            silences.locator("table").getByText("người khác vừa ẩn").waitFor();
            assertThat(silences.locator("#domain").inputValue()).isEqualTo("đang gõ");
            trail.locator("tbody tr").first().getByText("binh.tran").waitFor();
            isTheSamePage(silences);
            isTheSamePage(trail);
        }
    }

    @Test
    void aServiceThatDoesNotAnswerIsSaidAtTheFootUntilItDoes() {
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 390),
                desk.address())) {
            Page page = open(context, "/incidents");
            page.route("**/pulse", Route::abort);
            page.locator(".pulse-too-late").getByText("Mất kết nối").waitFor();
            page.unroute("**/pulse");
            page.locator(".pulse-idle").waitFor();
            assertThat(page.locator("#pulse").innerText()).doesNotContain("Mất kết nối");
            isTheSamePage(page);
        }
    }

    @Test
    void aListInWhichSomebodyHasOpenedSomethingOnlySaysThatItIsOld() {
        try (BrowserContext context = chromium.open(new Chromium.Look("en", ColorScheme.DARK, 1280),
                desk.address())) {
            Page page = open(context, "/portals");
            page.locator("tbody input[type=checkbox]").first().check();
            desk.bean(Audit.class).record("binh.tran", "portal.act.portal-add", "portal:1", "");
            page.locator("[data-stale]").getByText("load it again").waitFor();
            assertThat(page.locator("tbody input[type=checkbox]").first().isChecked()).isTrue();
            isTheSamePage(page);
        }
    }

    @Test
    void checksOfOneselfFromElsewhereComeByThemselves() {
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 390),
                desk.address())) {
            Page page = open(context, "/check");
            desk.check();
            page.locator("#list li").nth(1).waitFor();
            isTheSamePage(page);
            Chromium.look(page, "live-checks");
        }
    }
}
