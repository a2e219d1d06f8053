package vn.vonggac.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
                if (message.type().equals("error") && !message.text().contains("status of 4")) {
                    complaints.add(page.url() + " " + message.text());
                }
            });
            for (String path : List.of("/check", "/nothing")) {
                page.navigate(path);
                Chromium.violations(page).forEach(violation -> complaints.add(path + " " + violation));
                if ((int) page.evaluate("document.documentElement.scrollWidth") > look.width()) {
                    complaints.add(path + " is wider than " + look.width());
                }
            }
            assertThat(complaints).isEmpty();
        }
    }
}
