package vn.vonggac.web;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** A real Chromium, the one the system has; it asks for nothing but the desk. */
public final class Chromium implements AutoCloseable {

    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright = Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
            .setExecutablePath(Path.of("/usr/bin/chromium")).setArgs(FLAGS));

    /** One way of looking at the desk. */
    public record Look(String language, ColorScheme scheme, int width) {

        @Override
        public String toString() {
            return language + " " + scheme + " " + width;
        }
    }

    public BrowserContext open(Look look, String address) {
        return browser.newContext(options(look, address));
    }

    /** One that runs no script. */
    BrowserContext plain(Look look, String address) {
        return browser.newContext(options(look, address).setJavaScriptEnabled(false));
    }

    private static Browser.NewContextOptions options(Look look, String address) {
        return new Browser.NewContextOptions().setBaseURL(address).setLocale(look.language())
                .setColorScheme(look.scheme()).setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(look.width(), 800);
    }

    /** What axe-core finds wrong with the page, a line a finding. */
    static List<String> violations(Page page) {
        return violations(new AxeBuilder(page));
    }

    /** What it finds wrong with the colours alone, once the reader's machine turned dark. */
    static List<String> violationsInTheDark(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        List<String> found = violations(new AxeBuilder(page).withRules(List.of("color-contrast")));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return found;
    }

    /** Nothing is wrong with the page, and its picture is taken where pictures are asked for. */
    static void look(Page page, String name) {
        assertThat(violations(page)).isEmpty();
        picture(page, name);
    }

    /** The whole page into the folder that {@code -Ddesk.pictures} names, if it names one. */
    static void picture(Page page, String name) {
        if (takesPictures()) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Path.of(System.getProperty("desk.pictures"), name + ".png")));
        }
    }

    static boolean takesPictures() {
        return !System.getProperty("desk.pictures", "").isEmpty();
    }

    private static List<String> violations(AxeBuilder axe) {
        // the other way opens a page more for each look, for frames that the desk does not have
        return axe.setLegacyMode(true).analyze().getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> rule.getId() + " " + node.getTarget() + " "
                                + node.getHtml() + " " + node.getFailureSummary()))
                .toList();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
