package vn.vonggac.demo;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.vonggac.account.Accounts;
import vn.vonggac.account.People;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.demo.Ledger.Line;
import vn.vonggac.demo.Ledger.State;
import vn.vonggac.incident.Incidents;
import vn.vonggac.portal.HostingCompanies;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;
import vn.vonggac.portal.Tables;
import vn.vonggac.watch.RoundsByHand;
import vn.vonggac.web.Chromium;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole story through the real watch, over loopback, on a clock that does not wait; and the pictures of the README,
 * which show the desk at its end.
 */
class StoryTest {

    private static final Duration STEP = Duration.ofSeconds(5);
    private static final int STEPS_A_RHYTHM = 12;
    // of A4 between its margins
    private static final int SHEET = 703;
    // the last attack of a round, and a little more than a rhythm
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(13).plusSeconds(15);

    private static TestInstallation installation;
    private static Stage stage;
    private static Ledger ledger;
    private static Instant start;

    @BeforeAll
    static void watchTheStory() throws Exception {
        installation = TestInstallation.with(settings());
        stage = new Stage();
        int port = stage.open();
        List<Make> makes = Make.shipped();
        Story story = Story.among(makes, settlement(installation).found(port, makes));
        Province province = new Province(story, port);
        start = installation.time().instant();
        stage.play(ask -> province.answer(ask, moment(start, installation)));
        ledger = new Ledger(installation.bean(Incidents.class), story, start);
        try (RoundsByHand rounds = new RoundsByHand(installation)) {
            watch(installation, rounds, story, start);
        }
        new Staff(installation.bean(Accounts.class), installation.bean(People.class))
                .engage(TestInstallation.PASSWORD);
    }

    @AfterAll
    static void stop() {
        stage.close();
        installation.close();
    }

    @Test
    void everyAttackThatIsClaimedIsFoundAndWhatIsNoneRaisesNothing() {
        List<Line> lines = ledger.lines(start.plus(LONG_ENOUGH));
        System.out.println(table(lines));
        assertThat(lines).hasSize(18);
        assertThat(lines)
                .filteredOn(line -> line.state() == State.MISSED || line.state() == State.WAITING)
                .isEmpty();
        assertThat(falseAlarms(ledger)).isEmpty();
        assertThat(lines)
                .filteredOn(line -> line.scene().act().id().matches("hidden-links|closing|recurrence"))
                .hasSize(3).extracting(Line::incident).containsOnly(lines.getLast().incident());
        assertThat(installation.bean(Incidents.class).find(Scope.EVERYTHING, lines.getLast().incident()))
                .hasValueSatisfying(incident -> assertThat(incident.timeline().earlier()).hasSize(1));
    }

    @Test
    void thePicturesOfTheReadmeShowTheDeskAsItIs() {
        long hidden = ledger.lines(start.plus(LONG_ENOUGH)).getLast().incident();
        String cookie = installation.signIn("binh", TestInstallation.PASSWORD);
        try (Chromium chromium = new Chromium()) {
            for (String language : List.of("vi", "en")) {
                try (BrowserContext context = chromium.open(
                        new Chromium.Look(language, ColorScheme.LIGHT, 1280),
                        installation.address().toString())) {
                    ReadmePictures pictures = new ReadmePictures(context, installation.address(), cookie,
                            language);
                    pictures.of("overview", "/");
                    pictures.of("incident", "/incidents/" + hidden);
                    pictures.of("figures", "/figures");
                }
            }
        }
    }

    @Test
    void onPaperChartsAreLightAndWholeAndTheirTablesHaveNoEmptyRows() {
        String[] cookie = installation.signIn("binh", TestInstallation.PASSWORD).split("=", 2);
        String address = installation.address().toString();
        try (Chromium chromium = new Chromium();
                BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.DARK, 1280),
                        address)) {
            context.addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(address)));
            Page page = context.newPage();
            page.navigate("/figures");
            page.locator("canvas").first().waitFor();
            page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
            page.setViewportSize(SHEET, 1000);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(page.getAttribute("html", "data-bs-theme")).isEqualTo("light");
            assertThat(page.locator("canvas").all()).hasSizeGreaterThan(1).allSatisfy(canvas -> {
                assertThat(canvas.boundingBox().width).isBetween(SHEET * 0.9, SHEET * 1.0);
                assertThat(canvas.boundingBox().x).isNotNegative();
            });
            assertThat(page.locator("#days tbody tr:visible").count()).isEqualTo(1);
            page.evaluate("window.dispatchEvent(new Event('afterprint'))");
            assertThat(page.getAttribute("html", "data-bs-theme")).isEqualTo("dark");
        }
    }

    private static void watch(TestInstallation installation, RoundsByHand rounds, Story story, Instant start)
            throws Exception {
        Instant end = start.plus(LONG_ENOUGH);
        Closing closing = new Closing(installation.bean(Incidents.class), story, start);
        for (int step = 0; installation.time().instant().isBefore(end); step++) {
            int turn = step % STEPS_A_RHYTHM;
            Set<Long> portals = story.sites().stream().map(Site::portal)
                    .filter(portal -> portal % STEPS_A_RHYTHM == turn).collect(Collectors.toSet());
            rounds.run(portals, installation.time().instant());
            closing.look(installation.time().instant());
            installation.time().pass(STEP);
        }
    }

    private static Moment moment(Instant start, TestInstallation installation) {
        return new Moment(start, Duration.between(start, installation.time().instant()));
    }

    private static Settlement settlement(TestInstallation installation) {
        return new Settlement(installation.bean(HostingCompanies.class), installation.bean(Tables.class),
                installation.bean(Portals.class));
    }

    private static List<String> falseAlarms(Ledger ledger) {
        return ledger.unexplained().stream()
                .map(incident -> incident.kind() + " " + incident.pages().keySet() + " "
                        + incident.findings())
                .toList();
    }

    private static String table(List<Line> lines) {
        return lines.reversed().stream().map(line -> "%-18s %-28s %-9s %6s".formatted(line.scene().act().id(),
                line.scene().site().host().replace(".demo.gov.example", ""), line.state(),
                line.took().map(took -> took.toSeconds() + " s").orElse("")))
                .collect(Collectors.joining("\n",
                        "what was done      where                        noticed     after\n",
                        "\n"));
    }

    /** Those of the demonstration, with less patience for the server that hangs. */
    private static Map<String, Object> settings() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                StoryTest.class.getResourceAsStream("/application-demo.yml"))) {
            Map<String, Object> settings = new HashMap<>(new YamlPropertySourceLoader().read("demo", in));
            settings.put("vonggac.fetch.limits.first-byte", "300ms");
            settings.put("vonggac.fetch.pace.shortest", "0ms");
            settings.put("vonggac.fetch.pace.back-off", "0ms");
            return settings;
        }
    }
}
