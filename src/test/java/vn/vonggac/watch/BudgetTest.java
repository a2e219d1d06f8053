package vn.vonggac.watch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Portal;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

class BudgetTest {

    private static final int PAGES = 120;

    private final Site site = new Site();
    private TestInstallation installation;
    private Portal portal;

    @BeforeEach
    void enter() {
        site.page("/", IntStream.range(0, PAGES)
                .mapToObj(page -> "<a href='/tin/" + page + "'>Tin " + page + "</a>")
                .collect(Collectors.joining(" ")));
        IntStream.range(0, PAGES).forEach(page -> site.page("/tin/" + page, "<p>Bài số " + page + "</p>"));
    }

    @AfterEach
    void close() {
        installation.close();
        site.close();
    }

    @Test
    void noMoreRequestsAreSentInAnHourThanTheBudgetHoldsAndTheHomePageKeepsItsRhythm() {
        start("vonggac.watch.budget.requests", 100);
        rounds(Duration.ofMinutes(5), 12);

        assertThat(requests("/.*")).isBetween(80, 104);
        assertThat(requests("/")).isEqualTo(4 * 12);
        assertThat(coverage().unseen()).isPositive();
        assertThat(coverage().spent().requests()).isBetween(80L, 104L);
        rounds(Duration.ofMinutes(5), 12);
        assertThat(requests("/.*")).isBetween(170, 208);
    }

    @Test
    void theBytesOfADayAreNotExceededByAnythingButTheHomePage() {
        start("vonggac.watch.budget.bytes", 1_000_000);
        IntStream.range(0, PAGES).forEach(page -> site.page("/tin/" + page, heavy()));
        rounds(Duration.ofMinutes(5), 2);
        assertThat(coverage().exhausted()).isTrue();
        int before = requests("/tin/.*");
        int home = requests("/");
        rounds(Duration.ofMinutes(5), 6);

        assertThat(requests("/tin/.*")).isEqualTo(before);
        assertThat(requests("/")).isEqualTo(home + 4 * 6);
        installation.time().pass(Duration.ofHours(25));
        rounds(Duration.ofMinutes(5), 1);
        assertThat(requests("/tin/.*")).isGreaterThan(before);
    }

    @Test
    void picturesAndQuestionsArePaidFromTheSameBudget() {
        site.page("/", "<img src='/quoc-huy.png'><img src='/banner.jpg'><a href='/tin/1'>Tin</a>");
        start("vonggac.watch.budget.requests", 100);
        rounds(Duration.ofMinutes(1), 1);

        assertThat(requests("/(quoc-huy.png|banner.jpg)")).isEqualTo(2);
        assertThat(coverage().spent().requests()).as("all but robots.txt, read once more for manners")
                .isEqualTo(requests("/.*") - 1);
    }

    private void start(String key, Object value) {
        Map<String, Object> settings = new HashMap<>(Site.settings());
        settings.put(key, value);
        installation = TestInstallation.with(settings);
        portal = site.enter(installation, "5m");
    }

    private void rounds(Duration rhythm, int count) {
        for (int round = 0; round < count; round++) {
            installation.bean(PortalRound.class).run(portal.id());
            installation.time().pass(rhythm);
        }
    }

    /** What no encoding makes small. */
    private static String heavy() {
        Random random = new Random(20260105);
        return "<p>" + random.ints(10_000).mapToObj(Integer::toString).collect(Collectors.joining(" "))
                + "</p>";
    }

    private Coverage coverage() {
        installation.time().pass(Duration.ofMinutes(-1));
        try {
            return installation.bean(Coverages.class).of(portal.id());
        } finally {
            installation.time().pass(Duration.ofMinutes(1));
        }
    }

    private int requests(String path) {
        return path.equals("/")
                ? site.server.findAll(getRequestedFor(urlEqualTo("/"))).size()
                : site.server.findAll(getRequestedFor(urlMatching(path))).size();
    }
}
