package vn.vonggac.watch;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.fetch.Fetcher;
import vn.vonggac.fetch.Target;
import vn.vonggac.fetch.Views;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.IncidentFilter;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Kind;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Scope;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

class ProbesTest {

    private static final String SEARCH = "<form action='/tim-kiem'><input type=hidden name=loai value=1>"
            + "<input name=q></form>";
    private static final String OUT = "<a href='/chuyen?id=7&amp;url=https%3A%2F%2Fwww.chinhphu.vn%2F'>Chính phủ</a>";
    private static final String ADVERTISING = "<html><head><title>Nhà cái uy tín kubet88</title></head><body>"
            + "<h1>Nhà cái uy tín kubet88</h1><p>Đăng ký nhận ngay 88k, tải app tài xỉu đổi thưởng, link vào nhà cái"
            + " không bị chặn</p><a href='https://kubet88.example/'>Link vào kubet88</a></body></html>";

    @AutoClose
    private static final TestInstallation installation = TestInstallation.with(Site.settings());

    private final Site site = new Site();

    @BeforeEach
    void write() {
        site.page("/", Site.LINKS + SEARCH + OUT).page("/tin/1", "<p>Hội nghị</p>")
                .page("/tin/2", "<p>Lịch</p>");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aSearchThatRepeatsAMadeUpWordIsAnOpenDoor() {
        echo("<title>{{word}} - Tìm kiếm</title>");
        Portal portal = site.authorised(installation, "1h");
        hours(portal, 10);

        assertThat(incidents(portal)).singleElement().satisfies(incident -> {
            assertThat(incident.kind()).isEqualTo(Kind.OPEN_DOOR);
            assertThat(incident.findings()).anySatisfy(finding -> {
                assertThat(finding.detector()).isEqualTo("reflected-search");
                assertThat(finding.arguments().getFirst()).contains("/tim-kiem?loai=1&q=vonggac");
            });
        });
    }

    @Test
    void aSearchThatSearchEnginesMayNotKeepIsNone() {
        echo("<title>{{word}}</title><meta name=robots content='noindex, follow'>");
        Portal portal = site.authorised(installation, "1h");
        hours(portal, 10);

        assertThat(asked("/tim-kiem")).hasSize(1);
        assertThat(incidents(portal)).isEmpty();
    }

    @Test
    void aSearchThatRobotsMayNotAskIsNone() {
        echo("<title>{{word}}</title>");
        site.text("/robots.txt", "text/plain", "User-agent: *\nDisallow: /tim-kiem\n");
        Portal portal = site.authorised(installation, "1h");
        hours(portal, 10);

        assertThat(asked("/tim-kiem")).hasSize(1);
        assertThat(incidents(portal)).isEmpty();
    }

    @Test
    void anAddressThatSendsAnywhereIsAnOpenDoorAndIsNotFollowed() {
        site.server.stubFor(get(urlPathEqualTo("/chuyen"))
                .withQueryParam("url", containing("www.example.com"))
                .willReturn(aResponse().withStatus(302).withHeader("Location", "https://www.example.com/")));
        Portal portal = site.authorised(installation, "1h");
        hours(portal, 10);

        assertThat(incidents(portal)).singleElement().satisfies(incident -> {
            assertThat(incident.kind()).isEqualTo(Kind.OPEN_DOOR);
            assertThat(incident.findings()).anySatisfy(finding -> {
                assertThat(finding.detector()).isEqualTo("open-redirect");
                assertThat(finding.quote()).isEqualTo("https://www.example.com/");
            });
        });
    }

    @Test
    void whereAQuestionWouldBeSentIsNotAsked() {
        site.server.stubFor(get(urlEqualTo("/di")).willReturn(aResponse().withStatus(302)
                .withHeader("Location", "/den")));
        FetchResult result = installation.bean(Fetcher.class)
                .fetch(new Target(site.url("/di"), "1", "127.0.0.1",
                        Set.of(site.server.port()), Optional.empty(), Target.Purpose.PROBE),
                        installation.bean(Views.class).probe());

        assertThat(result.exchange().status()).isEqualTo(302);
        site.server.verify(0, getRequestedFor(urlEqualTo("/den")));
    }

    @Test
    void anAddressThatCannotExistAndAdvertisesIsRaisedAfterTheSecondAnswer() {
        site.server.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse()
                .withHeader("Content-Type", "text/html; charset=utf-8").withBody(ADVERTISING)));
        site.text("/robots.txt", "text/plain", "User-agent: *\nDisallow:\n").text("/sitemap.xml", "text/xml",
                "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'></urlset>");
        Portal portal = site.authorised(installation, "1h");
        hours(portal, 4);

        assertThat(incidents(portal)).anySatisfy(incident -> {
            assertThat(incident.kind()).isEqualTo(Kind.PLANTED_CONTENT);
            assertThat(incident.findings()).anySatisfy(
                    finding -> assertThat(finding.detector()).isEqualTo("made-up-address"));
        });
    }

    @Test
    void whatLiesInAnUploadFolderIsLookedAt() {
        site.text("/wp-content/uploads/", "text/html; charset=utf-8",
                "<title>Index of /wp-content/uploads</title><a href='kubet88.html'>kubet88.html</a>")
                .text("/wp-content/uploads/kubet88.html", "text/html; charset=utf-8", ADVERTISING);
        Portal portal = site.authorised(installation, "1h");
        hours(portal, 14);

        assertThat(incidents(portal)).anySatisfy(incident -> assertThat(incident.pages().keySet())
                .contains(site.url("/wp-content/uploads/kubet88.html")));
    }

    @Test
    void everyQuestionSaysWhoAsksAndIsOnTheTrail() {
        Portal portal = site.authorised(installation, "1h");
        hours(portal, 1);

        assertThat(questions()).hasSize(3).allSatisfy(
                request -> assertThat(request.getHeader("User-Agent")).contains("VongGac", "authorised"));
        assertThat(installation.bean(Audit.class)
                .find(new AuditFilter("", "", "portal:" + portal.id()), 5, 0)).anySatisfy(line -> {
                    assertThat(line.action()).isEqualTo("watch.act.probe");
                    assertThat(line.detail()).contains(questions().getFirst().getUrl());
                });
    }

    @Test
    void aPortalIsAskedEachQuestionOnceAWeek() {
        Portal portal = site.authorised(installation, "6h");
        for (int turn = 0; turn < 4 * 8; turn++) {
            round(portal);
            installation.time().pass(Duration.ofHours(6));
        }

        assertThat(asked("/vonggac.*")).hasSize(2);
        assertThat(asked("/uploads/")).hasSize(2);
    }

    @Test
    void aPortalWhoseOwnerDidNotAllowItIsAskedNothing() {
        Portal portal = site.enter(installation, "1h");
        hours(portal, 6);

        assertThat(questions()).isEmpty();
    }

    private void echo(String head) {
        site.server.stubFor(get(urlPathEqualTo("/tim-kiem")).willReturn(aResponse()
                .withTransformers("response-template").withHeader("Content-Type", "text/html; charset=utf-8")
                .withBody("<html><head>" + head.replace("{{word}}", "{{request.query.q}}")
                        + "</head><body><p>Không có kết quả</p></body></html>")));
    }

    private List<LoggedRequest> questions() {
        return site.server.findAll(anyRequestedFor(anyUrl()).withHeader("X-Vong-Gac", containing("probe")));
    }

    private List<LoggedRequest> asked(String path) {
        return site.server.findAll(anyRequestedFor(urlPathMatching(path)).withHeader("X-Vong-Gac",
                containing("probe")));
    }

    private static void hours(Portal portal, int hours) {
        for (int hour = 0; hour < hours; hour++) {
            round(portal);
            installation.time().pass(Duration.ofHours(1));
        }
    }

    private static void round(Portal portal) {
        installation.bean(PortalRound.class).run(portal.id());
    }

    private static List<Incident> incidents(Portal portal) {
        return installation.bean(Incidents.class)
                .list(Scope.EVERYTHING, IncidentFilter.ofPortal(portal.id()), 10, 0).rows();
    }
}
