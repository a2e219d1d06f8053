package vn.vonggac.demo;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pictures that the README shows, each with a text beside it that says what stood on the page besides what was going
 * on: menu, headings, columns, buttons. A page that says otherwise today has an old picture.
 */
final class ReadmePictures {

    private static final Path FOLDER = Path.of(".github/pictures");
    private static final String REMAKE = "mvn test -Dtest=StoryTest -Ddesk.pictures=" + FOLDER;
    private static final String FRAME = "nav, h2, h3, dt, th[scope=col], main button, main summary, main label";

    private final Page page;
    private final String language;

    ReadmePictures(BrowserContext context, URI desk, String cookie, String language) {
        String[] session = cookie.split("=", 2);
        context.addCookies(List.of(new Cookie(session[0], session[1]).setUrl(desk.toString())));
        this.page = context.newPage();
        this.language = language;
    }

    /** Taken anew where {@code desk.pictures} names a folder; else compared. */
    void of(String name, String address) {
        page.navigate(address);
        if (page.locator("[hx-trigger=load]").count() > 0) {
            page.locator("[data-chart] canvas").first().waitFor();
        }
        assertThat(page.title()).startsWith(page.locator("h1").first().innerText());
        String asked = System.getProperty("desk.pictures", "");
        Path folder = asked.isEmpty() ? FOLDER : Path.of(asked);
        Path picture = folder.resolve(name + "-" + language + ".png");
        Path frame = folder.resolve(name + "-" + language + ".txt");
        if (!asked.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions().setPath(picture));
            write(frame, frame());
        }
        assertThat(picture).isNotEmptyFile();
        assertThat(read(frame)).as("The page is no longer that of its picture. Look at it, then: %s", REMAKE)
                .isEqualTo(frame());
    }

    private String frame() {
        return page.locator(FRAME).allInnerTexts().stream().flatMap(String::lines).map(String::strip)
                .map(line -> line.replaceAll("[0-9]+", "#")).filter(line -> !line.isEmpty()).distinct()
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
