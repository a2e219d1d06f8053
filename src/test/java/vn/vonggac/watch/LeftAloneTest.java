package vn.vonggac.watch;

import com.github.tomakehurst.wiremock.http.Fault;
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
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** A host that failed again and again, and is asked no more until it is tried. */
class LeftAloneTest {

    @AutoClose
    private static final TestInstallation installation = TestInstallation.with(leavesAlone());

    private final Site site = new Site();
    private Portal portal;

    @BeforeEach
    void enter() {
        site.page("/", Site.LINKS).page("/tin/1", "<p>Hội nghị triển khai nhiệm vụ</p>");
        portal = site.enter(installation, "5m");
        round();
        site.server.stubFor(
                get(urlEqualTo("/")).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        installation.time().pass(Duration.ofMinutes(5));
        round();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void noPageOfItCountsAsLookedAt() {
        FrontierPage before = news();
        installation.time().pass(Duration.ofMinutes(5));
        round();

        assertThat(news()).isEqualTo(before);
    }

    @Test
    void whoAsksToLookNowIsToldHowItIsNow() {
        site.page("/", Site.LINKS);
        int home = looks("/");
        round();
        assertThat(looks("/")).isEqualTo(home);

        installation.bean(Watch.class).lookNow(portal.id(), "an");
        round();
        assertThat(looks("/")).isGreaterThanOrEqualTo(home + 4);
        assertThat(page("/").verdict()).isEqualTo("clean");
    }

    private FrontierPage news() {
        return page("/tin/1");
    }

    private FrontierPage page(String path) {
        return installation.bean(FrontierRows.class).recent(portal.id(), 20).stream()
                .filter(page -> page.url().endsWith(path)).findFirst().orElseThrow();
    }

    private int looks(String path) {
        return site.server.findAll(getRequestedFor(urlEqualTo(path))).size();
    }

    private void round() {
        installation.bean(PortalRound.class).run(portal.id());
    }

    private static Map<String, Object> leavesAlone() {
        Map<String, Object> settings = new HashMap<>(Site.settings());
        settings.put("vonggac.fetch.pace.failures", 3);
        settings.put("vonggac.fetch.pace.probe", "30m");
        return settings;
    }
}
