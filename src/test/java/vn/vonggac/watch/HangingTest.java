package vn.vonggac.watch;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Portal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** A server that takes questions and lets them wait. */
class HangingTest {

    private static final Duration PATIENCE = Duration.ofMillis(400);
    private static final int MILLIS_WITHOUT_ANSWER = 4_000;

    @AutoClose
    private static final TestInstallation installation = TestInstallation.with(impatient());

    private final Site site = new Site();
    private Portal portal;

    @BeforeEach
    void enter() {
        site.small();
        portal = site.enter(installation, "5m");
        round();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aHomePageThatHangsIsAskedTwiceAndThePortalHasHadItsTurn() {
        hangs("/");
        int home = looks("/");
        int news = looks("/tin/1");
        installation.time().pass(Duration.ofDays(2));
        round();

        assertThat(looks("/")).isEqualTo(home + 2);
        assertThat(looks("/tin/1")).isEqualTo(news);
        assertThat(home().verdict()).isNotEqualTo("clean");

        site.page("/", Site.LINKS);
        installation.time().pass(Duration.ofMinutes(5));
        round();
        assertThat(looks("/tin/1")).isGreaterThan(news);
    }

    @Test
    void aPageThatHangsEndsTheRoundAndTheNextGoesOnWithTheOthers() {
        hangs("/tin/1");
        hangs("/tin/2");
        int first = looks("/tin/1");
        int second = looks("/tin/2");
        installation.time().pass(Duration.ofDays(2));
        round();
        assertThat(looks("/tin/1") - first + looks("/tin/2") - second).isEqualTo(2);

        installation.time().pass(Duration.ofMinutes(5));
        round();
        assertThat(looks("/tin/1")).isEqualTo(first + 2);
        assertThat(looks("/tin/2")).isEqualTo(second + 2);
    }

    @Test
    void whereOnlyOneViewHangsTheOthersAreAsked() {
        site.server.stubFor(get(urlEqualTo("/")).withHeader("User-Agent",
                containing("Googlebot"))
                .willReturn(late()));
        int home = looks("/");
        installation.time().pass(Duration.ofMinutes(5));
        round();

        assertThat(looks("/")).isEqualTo(home + 4);
    }

    private FrontierPage home() {
        return installation.bean(FrontierRows.class).recent(portal.id(), 20).stream()
                .filter(FrontierPage::home).findFirst().orElseThrow();
    }

    private void hangs(String path) {
        site.server.stubFor(get(urlEqualTo(path)).willReturn(late()));
    }

    private static ResponseDefinitionBuilder late() {
        return aResponse().withStatus(200).withFixedDelay(MILLIS_WITHOUT_ANSWER);
    }

    private int looks(String path) {
        return site.server.findAll(getRequestedFor(urlEqualTo(path))).size();
    }

    private void round() {
        installation.bean(PortalRound.class).run(portal.id());
    }

    private static Map<String, Object> impatient() {
        Map<String, Object> settings = new HashMap<>(Site.settings());
        settings.put("vonggac.fetch.limits.first-byte", PATIENCE.toMillis() + "ms");
        return settings;
    }
}
