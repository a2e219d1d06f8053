package vn.vonggac.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page in a real Chromium, both languages, light and dark, at a desk's width and a phone's. */
class DeskBrowserTest {

    private static RunningDesk desk;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        desk = new RunningDesk();
        desk.furnish();
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        desk.close();
    }

    static Stream<Chromium.Look> looks() {
        return Stream.of(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                new Chromium.Look("en", ColorScheme.DARK, 1280),
                new Chromium.Look("en", ColorScheme.LIGHT, 390),
                new Chromium.Look("vi", ColorScheme.DARK, 390));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyPageIsReadableByEverybody(Chromium.Look look) {
        try (BrowserContext context = chromium.open(look, desk.address())) {
            Page page = context.newPage();
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("status of 404")) {
                    complaints.add(page.url() + " " + message.text());
                }
            });
            Set<String> paths = desk.paths(page);
            assertThat(paths).hasSizeGreaterThan(15);
            paths.forEach(path -> complaints.addAll(lookAt(page, path, look)));
            assertThat(complaints).isEmpty();
        }
    }

    private static List<String> lookAt(Page page, String path, Chromium.Look look) {
        List<String> complaints = new ArrayList<>();
        page.navigate(path);
        Chromium.violations(page).forEach(violation -> complaints.add(path + " " + violation));
        if ((int) page.evaluate("document.documentElement.scrollWidth") > look.width()) {
            complaints.add(path + " is wider than " + look.width());
        }
        if (!page.getAttribute("html", "lang").equals(look.language())) {
            complaints.add(path + " is not in " + look.language());
        }
        if (page.locator("body").innerText()
                .matches("(?s).*\\b(web|portal|incident|account)\\.[a-z-]+\\.[a-z-]+.*")) {
            complaints.add(path + " shows a key instead of a text");
        }
        String pictures = System.getProperty("vonggac.pictures", "");
        if (!pictures.isEmpty()) {
            String name = path.replaceAll("\\W+", "_") + "-" + look.language() + "-" + look.width() + ".png";
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(pictures, name)).setFullPage(true));
        }
        return complaints;
    }
}
