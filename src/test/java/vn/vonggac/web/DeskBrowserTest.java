package vn.vonggac.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.micronaut.context.BeanContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vonggac.account.Accounts;
import vn.vonggac.cli.Telephone;
import vn.vonggac.fetch.Header;
import vn.vonggac.watch.KnownSite;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page in a real Chromium in all eight ways: both languages, light and dark, a desk's width and a phone's. */
class DeskBrowserTest {

    private static final Set<String> PATHS = new TreeSet<>();

    @AutoClose
    private static final RunningDesk desk = RunningDesk.furnished();
    @AutoClose
    private static final Chromium chromium = new Chromium();

    @BeforeAll
    static void start() {
        desk.check();
        KnownSite site = new KnownSite(desk.bean(BeanContext.class), 1);
        site.page("https://xa1.binhminh.example/", "clean", 200, desk.now());
        site.server("xa1.binhminh.example", "CN=R11,O=Let's Encrypt,C=US", List.of("xa1.binhminh.example"),
                desk.now().plusSeconds(1), desk.now(), new Header("Server", "nginx/1.18.0"));
    }

    static Stream<Chromium.Look> looks() {
        return Stream.of("vi", "en").flatMap(
                language -> Stream.of(1280, 390)
                        .map(width -> new Chromium.Look(language, ColorScheme.LIGHT, width)));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyPageIsReadableByEverybody(Chromium.Look look) {
        try (BrowserContext context = chromium.open(look, desk.address())) {
            Page page = context.newPage();
            List<String> complaints = new ArrayList<>(lookAt(page, "/sign-in", look));
            desk.signIn(page);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("status of 404")) {
                    complaints.add(page.url() + " " + message.text());
                }
            });
            if (PATHS.isEmpty()) {
                PATHS.addAll(desk.paths(page));
            }
            assertThat(PATHS).hasSizeGreaterThan(15);
            PATHS.forEach(path -> complaints.addAll(lookAt(page, path, look)));
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void theSetUpPageIsReadableByEverybody() {
        try (RunningDesk fresh = new RunningDesk()) {
            assertThat(looks().flatMap(look -> {
                try (BrowserContext context = chromium.open(look, fresh.address())) {
                    return lookAt(context.newPage(), "/setup", look).stream();
                }
            })).isEmpty();
        }
    }

    /** Who never saw it before: the code from the console, an agency, a portal, and where each step leads. */
    @Test
    void aNewcomerSetsUpAndAddsAPortal() {
        try (RunningDesk fresh = new RunningDesk();
                BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                        fresh.address())) {
            Page page = context.newPage();
            page.navigate("/");
            assertThat(page.url()).endsWith("/setup");
            page.getByLabel("Mã thiết lập").fill(fresh.bean(Accounts.class).newSetUpCode());
            page.getByLabel("Họ và tên").fill("Nguyễn Thị An");
            page.getByLabel("Tên đăng nhập").fill("an");
            page.locator("#password").fill("yếu");
            page.locator("#again").fill("yếu");
            page.keyboard().press("Enter");
            assertThat(page.locator("#password-problem").innerText()).isNotBlank();
            assertThat(page.getByLabel("Họ và tên").inputValue()).isEqualTo("Nguyễn Thị An");
            page.locator("#password").fill(RunningDesk.PASSWORD);
            page.locator("#again").fill(RunningDesk.PASSWORD);
            page.keyboard().press("Enter");
            page.getByLabel("Mã 6 chữ số")
                    .fill(Telephone.code(page.locator("#secret").innerText(), fresh.now()));
            page.keyboard().press("Enter");
            says(page, "Xác thực hai bước đã bật");
            page.getByText("Tôi đã cất các mã này").click();
            says(page, "Chưa có cổng nào để canh");
            page.getByText("Thêm cơ quan đầu tiên").click();
            page.getByLabel("Tên cơ quan").fill("Sở Xây dựng");
            page.getByLabel("Mã").first().fill("H23.12");
            page.keyboard().press("Enter");
            says(page, "Đã lưu cơ quan");
            says(page, "Sở Xây dựng");
            page.navigate("/");
            page.getByText("Thêm cổng đầu tiên").click();
            page.getByLabel("Địa chỉ trang chủ").fill("https://soxaydung.example/");
            page.getByLabel("Tên cổng").fill("Cổng Sở Xây dựng");
            page.getByLabel("Cơ quan chủ quản").selectOption("H23.12");
            page.getByText("Thêm và bắt đầu canh gác").click();
            says(page, "Đã thêm cổng");
            says(page, "Cổng Sở Xây dựng");
        }
    }

    @Test
    void everythingIsReachedByKeyboard() {
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                desk.address())) {
            Page page = desk.page(context);
            for (String path : List.of("/portals", "/portals/new", "/check", "/incidents")) {
                page.navigate(path);
                assertThat(reachedByTab(page)).as(path).isEqualTo(page.evaluate("""
                        Array.from(document.querySelectorAll('a[href],button,input:not([type=hidden]),select,\
                        textarea,summary,[tabindex="0"]')).filter(e => e.checkVisibility()).length"""));
            }
        }
    }

    private static int reachedByTab(Page page) {
        page.evaluate("document.activeElement.blur(); window.reached = new Set()");
        page.locator("body").evaluate("body => { body.tabIndex = -1; body.focus(); }");
        for (int i = 0; i < 400; i++) {
            page.keyboard().press("Tab");
            if (!(boolean) page
                    .evaluate("(() => { const e = document.activeElement; const seen = window.reached.has(e)"
                            + " || e === document.body; window.reached.add(e); return !seen || window.reached.size < 3; })()")) {
                break;
            }
        }
        page.evaluate("window.reached.delete(document.body)");
        return (int) page.evaluate("window.reached.size");
    }

    private static void says(Page page, String text) {
        page.locator("main").getByText(text).first().waitFor();
    }

    private static List<String> lookAt(Page page, String path, Chromium.Look look) {
        List<String> complaints = new ArrayList<>();
        page.navigate(path);
        Chromium.violations(page).forEach(violation -> complaints.add(path + " " + violation));
        Chromium.violationsInTheDark(page).forEach(violation -> complaints.add(path + " dark " + violation));
        if ((int) page.evaluate("document.documentElement.scrollWidth") > look.width()) {
            complaints.add(path + " is wider than " + look.width());
        }
        if ((int) page.evaluate("""
                Array.from(document.querySelectorAll('td')).filter(cell => cell.innerText.length > 20\
                  && cell.checkVisibility() && cell.clientWidth < 80).length""") > 0) {
            complaints.add(path + " squeezes a cell of a table at " + look.width());
        }
        if (!page.getAttribute("html", "lang").equals(look.language())) {
            complaints.add(path + " is not in " + look.language());
        }
        if (page.locator("body").innerText()
                .matches("(?s).*\\b(web|portal|incident|account)\\.[a-z-]+\\.[a-z-]+.*")) {
            complaints.add(path + " shows a key instead of a text");
        }
        if (page.locator("#menu").count() > 0 && page.locator(".help > p").textContent().isBlank()) {
            complaints.add(path + " does not say what it is");
        }
        if (Chromium.takesPictures()) {
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                Chromium.picture(page, String.join("-", path.replaceAll("\\W+", "_"), look.language(),
                        scheme.name(), String.valueOf(look.width())));
            }
        }
        return complaints;
    }
}
