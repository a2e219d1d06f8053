package vn.vonggac.watch;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.corpus.Corpus;
import vn.vonggac.corpus.Search;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.IncidentFilter;
import vn.vonggac.incident.Incidents;
import vn.vonggac.page.Baselines;
import vn.vonggac.page.Copies;
import vn.vonggac.page.PageCopy;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Scope;
import vn.vonggac.visit.OnePath;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

class UnchangedTest {

    private static final String WORDS = "<p>Hội chợ hoa mười giờ khai mạc</p>";
    private static final String LATER = """
            topic: gambling
            languages: [vi]
            note: "Mẫu thêm sau."
            signatures:
              - id: later-flower
                weight: 0.95
                query: '"hoa mười giờ"'
                hits:
                  - "chợ hoa mười giờ"
                misses:
                  - "chợ hoa"
            """;

    @TempDir
    static Path signatures;

    private static TestInstallation installation;

    private final Site site = new Site();
    private Portal portal;
    private String later = "";

    @BeforeAll
    static void start() {
        Map<String, Object> settings = new HashMap<>(Site.settings());
        settings.put("vonggac.signature.folder", signatures.toString());
        settings.put("vonggac.signature.reload", "50ms");
        installation = TestInstallation.with(settings);
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @BeforeEach
    void enter() {
        site.page("/", Site.LINKS + WORDS);
        portal = site.enter(installation, "5m");
    }

    @AfterEach
    void close() throws IOException {
        if (Files.deleteIfExists(signatures.resolve("later.yml"))) {
            untilOthersAreInForce(later);
        }
        site.close();
    }

    @Test
    void theSameBytesAreNotReadAgainAndCountAsAVisit() {
        round();
        double before = unread();
        round();
        round();

        assertThat(unread() - before).isEqualTo(2);
        assertThat(runs()).hasSize(4).allSatisfy(run -> {
            assertThat(run.visits()).isEqualTo(3);
            assertThat(run.lastSeen()).isEqualTo(now());
        });
        assertThat(installation.bean(Baselines.class).of(portal.id(), site.url("/")).visits())
                .isEqualTo(3);
    }

    @Test
    void anyViewThatBringsSomethingElseIsRead() {
        round();
        double before = unread();
        site.server.stubFor(get(urlEqualTo("/")).atPriority(1)
                .withHeader("Referer", equalTo("https://www.google.com/")).willReturn(html(Site.PLANTED)));
        round();

        assertThat(unread()).isEqualTo(before);
        assertThat(incidents()).hasSize(1);
    }

    @Test
    void whatIsBelievedWearsOff() {
        round();
        double before = unread();
        installation.time().pass(Duration.ofHours(6));
        round();
        assertThat(unread()).isEqualTo(before);
        round();
        assertThat(unread()).isEqualTo(before + 1);
    }

    @Test
    void aServerIsAskedWhetherAnythingChangedAndItsWordCountsAsAVisit() {
        site.server.stubFor(get(urlEqualTo("/")).willReturn(html(WORDS).withHeader("ETag", "\"v1\"")));
        site.server.stubFor(get(urlEqualTo("/")).atPriority(1)
                .withHeader("If-None-Match", equalTo("\"v1\"")).willReturn(aResponse().withStatus(304)));
        round();
        round();

        site.server.verify(1,
                getRequestedFor(urlEqualTo("/")).withHeader("If-None-Match", equalTo("\"v1\"")));
        assertThat(runs()).allSatisfy(run -> assertThat(run.visits()).isEqualTo(2));
        assertThat(page().status()).isEqualTo(200);
        assertThat(page().verdict()).isEqualTo("clean");
    }

    @Test
    void theServersWordIsNotEnoughWhereAnotherViewSeesSomethingElse() {
        site.server.stubFor(get(urlEqualTo("/")).willReturn(html(WORDS).withHeader("ETag", "\"v1\"")));
        site.server.stubFor(get(urlEqualTo("/")).atPriority(2)
                .withHeader("If-None-Match", equalTo("\"v1\"")).willReturn(aResponse().withStatus(304)));
        round();
        site.server.stubFor(get(urlEqualTo("/")).atPriority(1)
                .withHeader("Referer", equalTo("https://www.google.com/")).willReturn(html(Site.PLANTED)));
        round();

        assertThat(incidents()).hasSize(1);
        assertThat(incidents().getFirst().findings())
                .anyMatch(finding -> finding.view().equals("from-search"));
    }

    @Test
    void laterRulesJudgeWhatIsKeptWithoutARequest() throws IOException {
        round();
        Instant seen = now();
        installation.time().pass(Duration.ofHours(3));
        Rejudging rejudging = installation.bean(Rejudging.class);
        while (rejudging.step() > 0) {
            // until nothing is left that other rules judged
        }
        assertThat(incidents()).isEmpty();
        takeOver(LATER);
        site.server.resetRequests();
        assertThat(rejudging.step()).isPositive();

        assertThat(site.server.getAllServeEvents()).isEmpty();
        Incident incident = incidents().getFirst();
        assertThat(incident.findings()).allMatch(finding -> finding.quote().contains("hoa mười giờ"));
        assertThat(incident.timeline().t0()).isBeforeOrEqualTo(seen);
        assertThat(runs()).allMatch(PageCopy::flagged);
        assertThat(runs().getFirst().heldBy()).isEqualTo("incident:" + incident.id());
        assertThat(installation.bean(Incidents.class).exhibits(Scope.EVERYTHING, incident.id()))
                .extracting(exhibit -> exhibit.hash()).contains(runs().getFirst().lastHash());
        assertThat(page().dueAt()).isEqualTo(now());
        rejudging.step();
        assertThat(rejudging.step()).isZero();
    }

    @Test
    void laterRulesReadWhatBringsTheSameBytes() throws IOException {
        round();
        double before = unread();
        takeOver(LATER);
        round();

        assertThat(unread()).isEqualTo(before);
        assertThat(incidents()).hasSize(1);
    }

    @Test
    void whatRetentionLetsGoCanNoLongerBeFound() {
        IndexKeeping index = installation.bean(IndexKeeping.class);
        round();
        Search search = Search.everywhere("\"hội chợ hoa\"").onPortal(portal.id());
        index.follow();
        assertThat(installation.bean(Corpus.class).search(search).total()).isEqualTo(1);
        site.page("/", Site.LINKS + "<p>Tin khác hẳn, nói chuyện khác</p>");
        round();
        installation.time().pass(Duration.ofDays(401));
        installation.bean(Housekeeping.class).sweep();
        index.follow();

        assertThat(runs()).hasSize(4);
        assertThat(installation.bean(Corpus.class).search(search).total()).isZero();
        assertThat(installation.bean(Corpus.class)
                .search(Search.everywhere("\"tin khác hẳn\"").onPortal(portal.id())).total())
                .isEqualTo(1);
    }

    private void takeOver(String file) throws IOException {
        String before = installation.bean(OnePath.class).rules();
        Files.writeString(signatures.resolve("later.yml"), file);
        untilOthersAreInForce(before);
        later = installation.bean(OnePath.class).rules();
    }

    private static void untilOthersAreInForce(String before) {
        long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (installation.bean(OnePath.class).rules().equals(before) && System.nanoTime() < patience) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertThat(installation.bean(OnePath.class).rules()).isNotEqualTo(before);
    }

    private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder html(String body) {
        return aResponse().withStatus(200).withHeader("Content-Type", "text/html; charset=utf-8")
                .withBody("<html lang=\"vi\"><title>UBND xã An Bình</title><h1>UBND xã An Bình</h1>" + body);
    }

    private void round() {
        installation.time().pass(Duration.ofMinutes(5));
        installation.bean(PortalRound.class).run(portal.id());
    }

    private Instant now() {
        return installation.time().instant();
    }

    private double unread() {
        return installation.bean(MeterRegistry.class).counter("vonggac.watch.unchanged").count();
    }

    private FrontierPage page() {
        return installation.bean(FrontierRows.class).home(portal.id()).orElseThrow();
    }

    private List<PageCopy> runs() {
        return installation.bean(Copies.class).of(portal.id(), site.url("/"), 10, 0);
    }

    private List<Incident> incidents() {
        return installation.bean(Incidents.class)
                .list(Scope.EVERYTHING, IncidentFilter.ofPortal(portal.id()), 10, 0).rows();
    }
}
