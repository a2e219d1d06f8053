package vn.vonggac.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import vn.vonggac.account.AccessTokens;
import vn.vonggac.cli.Telephone;
import vn.vonggac.incident.ByHand;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Kind;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/** One's own account in a real Chromium: the second factor, a token for a program, a screen for the wall. */
class AccountBrowserTest {

    @AutoClose
    private static final RunningDesk desk = RunningDesk.furnished();
    @AutoClose
    private static final Chromium chromium = new Chromium();

    /** Two looks that differ in everything; all eight where pictures are wanted. */
    private static Stream<Chromium.Look> looks() {
        return Chromium.takesPictures()
                ? every()
                : Stream.of(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                        new Chromium.Look("en", ColorScheme.DARK, 390));
    }

    private static Stream<Chromium.Look> every() {
        return Stream.of("vi", "en").flatMap(language -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                .flatMap(scheme -> Stream.of(1280, 390)
                        .map(width -> new Chromium.Look(language, scheme, width))));
    }

    @Test
    void theSecondFactorIsEnrolledByAPictureOrByHand() {
        try (RunningDesk fresh = new RunningDesk()) {
            fresh.staff();
            assertThat(looks().flatMap(look -> {
                try (BrowserContext context = chromium.open(look, fresh.address())) {
                    Page page = context.newPage();
                    signIn(page);
                    assertThat(page.locator("svg.qr path").getAttribute("d")).startsWith("M4 4h7v1h-7z");
                    assertThat(page.locator("svg.qr").boundingBox().width).isGreaterThan(150);
                    return looked(page, "enrolment", look).stream();
                }
            })).isEmpty();
            try (BrowserContext context = chromium.open(looks().findFirst().orElseThrow(), fresh.address())) {
                Page page = context.newPage();
                signIn(page);
                page.locator("#code")
                        .fill(Telephone.code(page.locator("#secret").innerText(), fresh.now()));
                page.keyboard().press("Enter");
                page.locator(".secret-list").waitFor();
                assertThat(page.locator(".secret-list li").count()).isEqualTo(10);
                assertThat(looked(page, "recoveries", looks().findFirst().orElseThrow())).isEmpty();
            }
        }
    }

    private static void signIn(Page page) {
        page.navigate("/sign-in");
        page.locator("#name").fill("an");
        page.locator("#password").fill(RunningDesk.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/factor/enrol");
    }

    @Test
    void aTokenIsMadeShownOnceAndRevoked() {
        for (Chromium.Look look : looks().toList()) {
            try (BrowserContext context = chromium.open(look, desk.address())) {
                Page page = desk.page(context);
                page.navigate("/account/tokens/new");
                page.locator("#name").fill("");
                page.locator("main form button").click();
                assertThat(page.locator("#name-problem").innerText()).isNotBlank();
                assertThat(looked(page, "token-form", look)).isEmpty();
                page.locator("#name").fill("sao lưu " + look);
                page.locator("input[value=check]").check();
                page.locator("main form button").click();
                String secret = page.locator("#secret").innerText();
                assertThat(secret).startsWith("vg_");
                assertThat(looked(page, "token-issued", look)).isEmpty();
                page.navigate("/account");
                assertThat(page.content()).contains("sao lưu " + look).doesNotContain(secret);
                assertThat(looked(page, "account", look)).isEmpty();
                page.navigate("/account/password");
                assertThat(page.locator("#tokens-too").isChecked()).isTrue();
                assertThat(looked(page, "password", look)).isEmpty();
                page.navigate("/people/tokens");
                assertThat(looked(page, "tokens", look)).isEmpty();
                page.locator("form[action$=revoke] button").first().click();
                page.locator("main .alert-success").waitFor();
                assertThat(desk.bean(AccessTokens.class).find(secret, "127.0.0.1")).isEmpty();
            }
        }
    }

    @Test
    void rightsThatNobodyLookedAtForLongAreAListToGoThrough() {
        try (RunningDesk late = RunningDesk.furnished(Map.of("vonggac.account.review", "1d"))) {
            late.pass(Duration.ofDays(2));
            for (Chromium.Look look : looks().toList()) {
                try (BrowserContext context = chromium.open(look, late.address())) {
                    Page page = late.page(context);
                    page.navigate("/people");
                    assertThat(looked(page, "people", look)).isEmpty();
                    page.locator("a[href='/people?due=1']").click();
                    assertThat(page.locator("tbody tr").count()).isEqualTo(2);
                    var right = page.locator("form[action$=review] button").first().boundingBox();
                    assertThat(right.x + right.width).as("nothing is beyond the edge")
                            .isLessThan(look.width());
                    assertThat(looked(page, "review", look)).isEmpty();
                }
            }
            try (BrowserContext context = chromium.open(looks().findFirst().orElseThrow(), late.address())) {
                Page page = late.page(context);
                page.navigate("/people?due=1");
                page.locator("form[action$=review] button").first().press("Enter");
                page.locator("main .alert-success").waitFor();
                assertThat(page.locator("tbody tr").count()).isEqualTo(1);
                page.locator("form[action$=review] button").press("Enter");
                page.waitForURL("**/people?done=person-reviewed");
                assertThat(page.locator("a[href='/people?due=1']").count()).isZero();
            }
        }
    }

    @Test
    void aScreenOnTheWallShowsWhatIsOpenAsItHappensUntilItsCodeIsRevoked() {
        try (BrowserContext office = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                desk.address());
                BrowserContext wall = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 1920),
                        desk.address())) {
            Page page = office.newPage();
            desk.signIn(page);
            page.navigate("/account/tokens/new-display");
            page.locator("#name").fill("Phòng trực");
            page.locator("#agency").selectOption("H23.12");
            page.locator("main form button").click();
            String code = page.locator("#secret").innerText();

            Page screen = wall.newPage();
            screen.navigate("/wallboard");
            assertThat(screen.url()).endsWith("/wallboard/open");
            screen.locator("#code").fill("AAAAA-AAAAA-AAAAA-AAAAA");
            screen.keyboard().press("Enter");
            assertThat(screen.locator("#code-problem").innerText()).isNotBlank();
            screen.locator("#code").fill(code);
            screen.keyboard().press("Enter");
            screen.waitForURL("**/wallboard");
            assertThat(screen.locator("h1").innerText()).isEqualTo("Sở Xây dựng");
            assertThat(screen.locator(".wall-alarms").count()).isZero();
            told(1);
            told(3);
            screen.locator(".wall-alarms li").waitFor();
            assertThat(screen.locator(".wall-alarms li").count()).as("the other is not this agency's")
                    .isEqualTo(1);
            assertThat(screen.locator(".wall-clock").innerText()).isNotBlank();
            assertThat((double) screen.locator(".wall-number").first()
                    .evaluate("e => parseFloat(getComputedStyle(e).fontSize) + 0.5")).isGreaterThan(60);
            for (Chromium.Look look : List.of(new Chromium.Look("vi", ColorScheme.LIGHT, 1920),
                    new Chromium.Look("vi", ColorScheme.DARK, 1920))) {
                screen.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme()));
                assertThat(looked(screen, "wallboard", look)).isEmpty();
            }
            for (String path : List.of("/", "/portals", "/incidents/1", "/account")) {
                assertThat(screen.request().get(path).url()).as("a screen reads " + path)
                        .contains("/sign-in");
            }

            page.locator("a.btn-primary").click();
            page.locator("form[action$=revoke] button").first().click();
            screen.waitForURL("**/wallboard/open");
            screen.locator("#code").waitFor(new Locator.WaitForOptions()
                    .setState(WaitForSelectorState.VISIBLE));
        }
    }

    @Test
    void twoEditorsSeeEachOthersChanges() {
        for (Chromium.Look look : looks().toList()) {
            try (BrowserContext context = chromium.open(look, desk.address())) {
                Page mine = context.newPage();
                desk.signIn(mine);
                mine.navigate("/hostings/1");
                Page theirs = context.newPage();
                theirs.navigate("/hostings/1");
                theirs.locator("#contact").fill("Người khác " + look);
                theirs.locator("main form button").click();
                theirs.waitForURL("**/hostings?done=*");
                mine.locator("#contact").fill("Tôi " + look);
                mine.locator("#phone").fill("1900 9999");
                mine.locator("main form button").click();
                mine.locator(".theirs").first().waitFor();
                assertThat(mine.locator("#contact").inputValue()).isEqualTo("Tôi " + look);
                assertThat(mine.locator(".theirs").first().innerText()).contains("Người khác " + look);
                assertThat(looked(mine, "two-editors", look)).isEmpty();
                mine.locator("main form button").click();
                mine.waitForURL("**/hostings?done=*");
            }
        }
    }

    private static void told(long portal) {
        assertThat(desk.bean(Incidents.class).open(Scope.EVERYTHING,
                new ByHand(portal, "https://xa" + portal + ".binhminh.example/", Kind.values()[0], "NCSC",
                        desk.now().minusSeconds(3600), "gọi điện"),
                "an")).isPresent();
    }

    private static List<String> looked(Page page, String name, Chromium.Look look) {
        Chromium.picture(page,
                String.join("-", name, look.language(), look.scheme().name(), String.valueOf(look.width())));
        List<String> complaints = new java.util.ArrayList<>(Chromium.violations(page));
        if ((int) page.evaluate("document.documentElement.scrollWidth") > look.width()) {
            complaints.add(name + " is wider than " + look.width());
        }
        return complaints;
    }
}
