package vn.vonggac.watch;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.IncidentFilter;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Kind;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Scope;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

class OutboundTest {

    private static final String SOCIETY = "hoi-lam-vuon.example";
    private static final String GOOD = "<p>Hội làm vườn chia sẻ kinh nghiệm trồng cây ăn quả.</p><a href='/xa/1'>Bài</a>";
    private static final String BAD = "<h2>Nhà cái uy tín kubet88</h2><p>Đăng ký nhận ngay 88k, tải app tài xỉu đổi"
            + " thưởng, link vào nhà cái không bị chặn</p><a href='https://kubet88.example/'>Link vào kubet88</a>";

    private static TestInstallation installation;

    private final Site site = new Site();
    private Portal portal;

    @BeforeAll
    static void start() {
        Map<String, Object> settings = new HashMap<>(Site.settings());
        settings.put("vonggac.fetch.hosts", List.of("127.0.0.1 *.example"));
        installation = TestInstallation.with(settings);
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @BeforeEach
    void enter() {
        site.page("/", Site.LINKS + "<a href='" + society("/") + "'>Hội làm vườn</a>")
                .page("/tin/1", "<p>Hội nghị</p>").page("/tin/2", "<p>Lịch tiếp công dân</p>");
        outside("/", GOOD);
        portal = site.enter(installation, "1h");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aLinkedSiteThatWasBoughtRaisesAnIncidentOnThePortalThatLinks() {
        hours(26);
        assertThat(incidents()).isEmpty();
        outside("/", BAD);
        hours(26);

        assertThat(incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.kind()).isEqualTo(Kind.BAD_LINK);
            assertThat(incident.cause().domains()).contains(SOCIETY);
            assertThat(incident.pages().keySet()).containsExactly(site.url("/"));
            assertThat(incident.findings()).anySatisfy(finding -> {
                assertThat(finding.detector()).isEqualTo("bad-target");
                assertThat(finding.place().line()).isPositive();
            });
        });
    }

    @Test
    void aPageOutsideIsLookedAtOnceADayAndNoneOfItsOwn() {
        hours(73);

        assertThat(asked("/")).hasSizeBetween(3, 4);
        assertThat(asked("/xa/1")).isEmpty();
    }

    @Test
    void oneBadLookThatTheNextDoesNotConfirmRaisesNothing() {
        outside("/", BAD);
        round();
        outside("/", GOOD);
        hours(3);

        assertThat(asked("/")).hasSize(2);
        assertThat(incidents()).isEmpty();
    }

    @Test
    void theRobotsFileOfTheOtherHostIsObeyed() {
        site.server.stubFor(get(urlEqualTo("/robots.txt")).withHost(equalTo(SOCIETY))
                .willReturn(aResponse().withHeader("Content-Type", "text/plain")
                        .withBody("User-agent: *\nDisallow: /\n")));
        String other = "http://hoi-nuoi-ong.example:" + site.server.port() + "/";
        site.page("/", Site.LINKS + "<a href='" + society("/") + "'>Hội làm vườn</a><a href='" + other
                + "'>Hội nuôi ong</a>");
        round();

        assertThat(site.server
                .findAll(getRequestedFor(urlEqualTo("/")).withHost(equalTo("hoi-nuoi-ong.example"))))
                .hasSize(1);
        assertThat(asked("/")).isEmpty();
    }

    @Test
    void ofOneDomainOnlyAFewPagesAreLookedAtAndOnlyOneARound() {
        StringBuilder links = new StringBuilder(Site.LINKS);
        for (int page = 0; page < 30; page++) {
            links.append("<a href='").append(society("/chia-se/" + page)).append("'>Chia sẻ</a>");
        }
        site.page("/", links.toString());
        round();
        assertThat(asked("/chia-se/.*")).hasSize(1);

        hours(20);
        assertThat(asked("/chia-se/.*")).hasSize(Outbound.MOST_OF_A_DOMAIN);
    }

    @Test
    void aPageOfAWatchedPortalIsNotLookedAtTwice() {
        Portal other = Site.enter(installation, society("/"), "HOI" + site.server.port(), "1h");
        round();

        assertThat(asked("/")).isEmpty();
        assertThat(other.id()).isNotEqualTo(portal.id());
    }

    @Test
    void aScriptFromElsewhereThatIsExchangedForOneThatLeadsVisitorsAwayRaisesAnIncident() {
        site.page("/", Site.LINKS + "<script src='" + society("/menu.js") + "?v=3'></script>");
        script("window.menu = function () { document.body.className += ' open'; };");
        hours(26);
        script("window.menu = function () { document.body.classList.add('open'); };");
        hours(48);
        assertThat(incidents()).isEmpty();
        script("if (/Android|iPhone/.test(navigator.userAgent)) { location.href = 'https://kubet88-vip.example/'; }");
        hours(30);

        assertThat(incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.kind()).isEqualTo(Kind.BAD_LINK);
            assertThat(incident.findings())
                    .anyMatch(finding -> finding.message().equals("detector.bad-target.script")
                            && finding.place().line() > 0);
        });
    }

    @Test
    void pagesThatLoadAScriptWhoseHashChangedAreLookedAtAgainUnderEveryView() {
        site.page("/tin/1", "<p>Hội nghị</p><script src='" + society("/menu.js") + "?v=3'></script>");
        script("window.menu = 1;");
        hours(26);
        script("window.menu = 2;");
        int before = asked("/menu.js").size();
        for (int hour = 0; hour < 30 && asked("/menu.js").size() == before; hour++) {
            hours(1);
        }
        int looks = looks("/tin/1");
        hours(1);

        assertThat(looks("/tin/1")).isEqualTo(looks + 4);
    }

    private int looks(String path) {
        return site.server.findAll(getRequestedFor(urlEqualTo(path)).withHost(equalTo("127.0.0.1"))).size();
    }

    private void script(String text) {
        site.server.stubFor(get(urlPathMatching("/menu.js")).withHost(equalTo(SOCIETY)).willReturn(
                aResponse().withHeader("Content-Type", "application/javascript").withBody(text)));
    }

    private String society(String path) {
        return "http://" + SOCIETY + ":" + site.server.port() + path;
    }

    private void outside(String path, String body) {
        site.server.stubFor(get(urlEqualTo(path)).withHost(equalTo(SOCIETY)).willReturn(aResponse()
                .withHeader("Content-Type", "text/html; charset=utf-8")
                .withBody(
                        "<html lang='vi'><head><title>Hội</title></head><body>" + body + "</body></html>")));
    }

    private List<?> asked(String path) {
        return site.server.findAll(getRequestedFor(urlPathMatching(path)).withHost(equalTo(SOCIETY)));
    }

    private void hours(int hours) {
        for (int hour = 0; hour < hours; hour++) {
            round();
            installation.time().pass(Duration.ofHours(1));
        }
    }

    private void round() {
        installation.bean(PortalRound.class).run(portal.id());
    }

    private List<Incident> incidents() {
        return installation.bean(Incidents.class)
                .list(Scope.EVERYTHING, IncidentFilter.ofPortal(portal.id()), 10, 0).rows();
    }
}
