package vn.vonggac.watch;

import com.github.tomakehurst.wiremock.http.Fault;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.detect.Verdict;
import vn.vonggac.incident.WantedVisits;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.PortalDraft;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;
import vn.vonggac.watch.Check.State;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

/** Checks of real servers on loopback, well and ill. */
class CheckVisitsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Site site = new Site();
    private TestInstallation installation;
    private Checks checks;
    private Portal portal;

    @BeforeEach
    void start() {
        Map<String, Object> settings = new HashMap<>(Site.settings());
        settings.put("vonggac.check.hourly-host", 1000);
        settings.put("vonggac.fetch.limits.first-byte", "2s");
        settings.put("vonggac.fetch.pace.back-off", "0ms");
        settings.put("vonggac.fetch.pace.longest-back-off", "0ms");
        installation = TestInstallation.with(settings);
        checks = installation.bean(Checks.class);
        site.page("/", Site.LINKS).page("/tin/1", "<p>Hội nghị</p>").page("/tin/2", "<p>Lịch</p>");
        portal = site.enter(installation, "7d");
    }

    @AfterEach
    void stop() {
        installation.close();
        site.close();
    }

    @Test
    void aPageOfOnesOwnIsSeenUnderEveryViewAndEachStepIsTold() {
        site.page("/", Site.LINKS + Site.PLANTED);
        Check check = done(Asked.page(site.url("/")));
        CheckedPage page = page(check);

        assertThat(check.portal()).isEqualTo(portal.id());
        assertThat(page.verdict()).isEqualTo(Verdict.Level.COMPROMISED);
        assertThat(page.views()).extracting(CheckedView::view).containsExactly("citizen", "search-engine",
                "from-search", "phone");
        assertThat(page.views()).allSatisfy(view -> {
            assertThat(view.status()).isEqualTo(200);
            assertThat(view.title()).isEqualTo("UBND xã An Bình");
            assertThat(view.hidden()).isEqualTo(2);
        });
        assertThat(page.findings()).anySatisfy(finding -> assertThat(finding.place().line()).isPositive());
        assertThat(check.steps().stream().map(step -> step.kind() + " " + step.number() + "/" + step.of()))
                .startsWith("QUEUED 0/0", "BEGUN 0/0", "ASKING 1/4", "CAME 1/4", "ASKING 2/4")
                .endsWith("READ 0/0", "DETECTING 0/0");
        assertThat(installation.bean(WantedVisits.class).waiting(portal.id(), site.url("/"), "check"))
                .as("the watch confirms it").isEqualTo(1);
    }

    @Test
    void redirectsAreAChain() {
        site.server.stubFor(get(urlEqualTo("/cu")).willReturn(aResponse().withStatus(301)
                .withHeader("Location", "/tin/1")));
        CheckedView citizen = page(done(Asked.page(site.url("/cu")))).views().getFirst();

        assertThat(citizen.chain()).containsExactly(
                new CheckedHop(site.url("/cu"), 301, "http", site.url("/tin/1")));
        assertThat(citizen.finalUrl()).isEqualTo(site.url("/tin/1"));
    }

    @Test
    void aStrangersPortAndAnInsideAddressAreRefusedAndSaid() {
        assertThat(incomplete("http://127.0.0.1:1/")).allMatch(gap -> gap.contains("refused-gate"));
        assertThat(incomplete("http://10.0.0.1/")).allMatch(gap -> gap.contains("refused-gate"));
        assertThat(incomplete("http://169.254.169.254/latest/meta-data/"))
                .allMatch(gap -> gap.contains("refused-gate"));
        site.server.stubFor(get(urlEqualTo("/vao")).willReturn(aResponse().withStatus(302)
                .withHeader("Location", "http://10.0.0.1/")));
        assertThat(incomplete(site.url("/vao"))).allMatch(gap -> gap.contains("refused-gate"));
    }

    @Test
    void aServerThatIsIllIsNeverCalledClean() throws java.io.IOException {
        for (Fault fault : Fault.values()) {
            String path = "/" + fault.name();
            site.server.stubFor(get(urlEqualTo(path)).willReturn(aResponse().withFault(fault)));
            assertThat(incomplete(site.url(path))).as(path).isNotEmpty();
        }
        site.server.stubFor(get(urlEqualTo("/cham")).willReturn(aResponse().withFixedDelay(3000)));
        assertThat(incomplete(site.url("/cham"))).containsExactly("citizen: failed-first-byte-timeout",
                "search-engine: failed-first-byte-timeout", "from-search: not-asked", "phone: not-asked");
        site.server.stubFor(get(urlEqualTo("/cam")).willReturn(aResponse().withStatus(403)));
        assertThat(incomplete(site.url("/cam"))).allMatch(gap -> gap.contains("refused-protection"));
        try (ServerSocket closed = new ServerSocket(0)) {
            int port = closed.getLocalPort();
            closed.close();
            installation.bean(Portals.class).add(Scope.EVERYTHING, new PortalDraft("Đóng",
                    "http://127.0.0.1:" + port + "/", "XA" + site.server.port(), "", "", "", "", "", "", "",
                    "", "", "7d", ""), "test");
            assertThat(incomplete("http://127.0.0.1:" + port + "/"))
                    .allMatch(gap -> gap.contains("failed-connect-refused"));
        }
    }

    @Test
    void aSiteIsLookedAtSectionBySectionWithoutAProbe() {
        StringBuilder links = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            links.append("<a href=\"/tin/").append(i).append("\">Tin ").append(i).append("</a>");
            site.page("/tin/" + i, "<p>Tin số " + i + "</p>");
        }
        site.page("/", links + "<a href=\"/van-ban/1\">Văn bản</a><a href=\"https://khac.example/\">x</a>");
        site.page("/van-ban/1", "<p>Văn bản</p>" + Site.PLANTED);
        Check check = done(Asked.site(site.url("/"), 5));
        CheckResult result = checks.result("an", Scope.EVERYTHING, check.id());

        assertThat(result.pages()).hasSize(5);
        assertThat(result.left()).isEqualTo(17);
        assertThat(result.pages()).extracting(CheckedPage::url).contains(site.url("/van-ban/1"));
        assertThat(check.verdict()).isEqualTo("compromised");
        assertThat(check.steps().stream().filter(step -> step.kind() == CheckStep.Kind.PAGE))
                .extracting(CheckStep::of).containsExactly(5, 5, 5, 5, 5);
        assertThat(site.server.findAll(getRequestedFor(urlMatching("/sitemap.*|.*\\?.*")))).isEmpty();
        assertThat(site.server.findAll(getRequestedFor(urlPathMatching("/tin/.*")))).hasSize(6);
    }

    @Test
    void checkingAgainSaysWhatIsGoneAndWhatIsStillThere() {
        site.page("/", Site.LINKS + Site.PLANTED);
        Check first = done(Asked.page(site.url("/")));
        site.page("/", Site.LINKS + "<div style=\"display:none\"><a href=\"https://new88.example/\">"
                + "tải app tài xỉu đổi thưởng, link vào new88</a></div>");
        Check second = done(taken(checks.askAgain(an(), first.id()).orElseThrow()));
        assertThat(second.earlier()).isEqualTo(first.id());
        Since since = since(first, second);
        assertThat(since.gone()).extracting(Since.Item::host).contains("vip.kubet88.example")
                .doesNotContain("new88.example");
        assertThat(since.still()).extracting(Since.Item::host).contains("new88.example")
                .doesNotContain("vip.kubet88.example");
        assertThat(since.unknown()).isEmpty();
        assertThat(since.added()).isEmpty();

        site.page("/", Site.LINKS);
        Since clean = since(first, done(taken(checks.askAgain(an(), second.id()).orElseThrow())));
        assertThat(clean.still()).isEmpty();
        assertThat(clean.gone()).hasSameSizeAs(all(since));
        site.server.stubFor(get(urlEqualTo("/")).willReturn(aResponse().withStatus(403)));
        Since blind = since(first, done(taken(checks.askAgain(an(), first.id()).orElseThrow())));
        assertThat(blind.gone()).as("what was not seen is not gone").isEmpty();
        assertThat(blind.unknown()).hasSameSizeAs(all(since));
    }

    private static List<Since.Item> all(Since since) {
        return Stream.concat(since.gone().stream(), since.still().stream()).toList();
    }

    @Test
    void oneUnderWayIsCalledOffAndAsksNoFurther() {
        site.server.stubFor(get(urlEqualTo("/cham"))
                .willReturn(aResponse().withStatus(200).withFixedDelay(700).withBody("<p>x</p>")));
        Check check = taken(checks.ask(an(), Asked.page(site.url("/cham"))));
        ChecksTest.within(MINUTE, () -> find(check).state() == State.RUNNING);
        checks.cancel("an", Scope.EVERYTHING, check.id());
        Check next = done(Asked.page(site.url("/tin/1")));

        assertThat(next.state()).isEqualTo(State.DONE);
        assertThat(find(check).state()).isEqualTo(State.CANCELLED);
        assertThat(site.server.findAll(getRequestedFor(urlEqualTo("/cham")))).hasSizeLessThan(3);
    }

    private List<String> incomplete(String url) {
        CheckedPage page = page(done(Asked.page(url)));
        assertThat(page.verdict()).as(url).isEqualTo(Verdict.Level.INCOMPLETE);
        return page.unseen();
    }

    private Since since(Check earlier, Check now) {
        return Since.of(checks.result("an", Scope.EVERYTHING, earlier.id()),
                checks.result("an", Scope.EVERYTHING, now.id()));
    }

    private CheckedPage page(Check check) {
        return checks.result("an", Scope.EVERYTHING, check.id()).pages().getFirst();
    }

    private static Asker an() {
        return Asker.person("an", Scope.EVERYTHING);
    }

    private static Check taken(CheckAnswer answer) {
        assertThat(answer).isInstanceOf(CheckAnswer.Taken.class);
        return ((CheckAnswer.Taken) answer).check();
    }

    private Check done(Asked asked) {
        return done(taken(checks.ask(an(), asked)));
    }

    private Check done(Check check) {
        ChecksTest.within(MINUTE, () -> !find(check).underWay());
        return find(check);
    }

    private Check find(Check check) {
        return checks.find("an", Scope.EVERYTHING, check.id()).orElseThrow();
    }
}
