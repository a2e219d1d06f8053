package vn.vonggac.visit;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.PortalFacts;
import vn.vonggac.detect.Trail;
import vn.vonggac.detect.Verdict;
import vn.vonggac.fetch.Target;
import vn.vonggac.fetch.View;
import vn.vonggac.fetch.Views;
import vn.vonggac.page.PortalBaseline;
import vn.vonggac.visit.Visitor.Visit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static org.assertj.core.api.Assertions.assertThat;

/** Visits to a server of our own, through the gate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitorTest {

    private static final String SPAM = "<title>Tin</title><p>Nhà cái uy tín, đăng ký nhận thưởng, nổ hũ, tài xỉu "
            + "đổi thưởng, link vào 789bet</p>";
    private static final String PLAIN = "<title>Tin</title><p>Thông báo lịch tiếp công dân tháng ba</p>";

    private final WireMockServer server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private final ApplicationContext context = ApplicationContext.builder().environments("cli")
            .deduceEnvironment(false).properties(Map.of("vonggac.fetch.allow", List.of("127.0.0.0/8"),
                    "vonggac.fetch.pace.shortest", "0s", "vonggac.fetch.pace.factor", "0",
                    "vonggac.fetch.pace.back-off", "0s"))
            .start();

    @BeforeAll
    void start() {
        server.start();
    }

    @AfterAll
    void stop() {
        server.stop();
        context.close();
    }

    @Test
    void whereAMetaRefreshLeadsIsFollowedThroughTheGate() {
        serve("/meta", html("<title>Tin</title><meta http-equiv=refresh content='0;url=/behind'>"));
        serve("/behind", html(SPAM));

        Visit visit = visit("/meta");

        assertThat(visit.exchanges()).hasSize(2);
        assertThat(visit.judgement().verdict().level()).isEqualTo(Verdict.Level.COMPROMISED);
        assertThat(visit.judgement().observation().citizen().trail()).hasValueSatisfying(
                trail -> assertThat(trail.chain()).singleElement()
                        .satisfies(hop -> assertThat(hop.means()).isEqualTo(Trail.Means.META_REFRESH)));
    }

    @Test
    void whereARefreshHeaderLeadsIsFollowedLikewise() {
        serve("/header", html(PLAIN).withHeader("Refresh", "0; url=/shown-behind"));
        serve("/shown-behind", html(SPAM));

        Visit visit = visit("/header");

        assertThat(visit.exchanges()).hasSize(2);
        assertThat(visit.judgement().verdict().level()).isEqualTo(Verdict.Level.COMPROMISED);
    }

    @Test
    void theGateStopsARefreshThatLeadsInside() {
        serve("/inside", html("<title>Tin</title><meta http-equiv=refresh content='0;url=http://10.0.0.1/'>"
                + "<p>Thông báo</p>"));

        Visit visit = visit("/inside");

        assertThat(visit.exchanges()).hasSize(2);
        assertThat(visit.exchanges().getLast().exchange().hops())
                .allMatch(hop -> hop.answer().isEmpty());
    }

    @Test
    void theSamePageMaySendEachViewElsewhere() {
        serve("/same", html("<title>Tin</title><meta http-equiv=refresh content='0;url=/by-visitor'>"));
        serve("/by-visitor", html(PLAIN));
        server.stubFor(get("/by-visitor").withHeader("User-Agent", containing("Googlebot"))
                .willReturn(html(SPAM)));

        Visit visit = visit("/same", "citizen", "search-engine");

        assertThat(visit.judgement().verdict().findings()).extracting(Finding::detector)
                .contains("view-difference");
    }

    @Test
    void aPageDefacedBehindARefusalIsJudged() {
        serve("/refused", html("<title>Hacked by nobody</title><h1>Hacked by Nobody Team</h1>"
                + "<p>Your security is low. Greetz to all</p>").withStatus(403));

        Verdict verdict = visit("/refused").judgement().verdict();

        assertThat(verdict.findings()).extracting(Finding::detector).contains("defacement-words");
        assertThat(verdict.level().flagged()).isTrue();
    }

    @Test
    void anOrdinaryRefusalIsIncompleteAndNothingElse() {
        serve("/forbidden",
                html("<title>403 Forbidden</title><h1>Forbidden</h1><p>You do not have access.</p>")
                        .withStatus(403));

        Verdict verdict = visit("/forbidden").judgement().verdict();

        assertThat(verdict.level()).isEqualTo(Verdict.Level.INCOMPLETE);
        assertThat(verdict.findings()).isEmpty();
    }

    @Test
    void aServerThatDoesNotAnswerIsSaidToBeUnreachable() {
        server.stubFor(get("/reset").willReturn(
                aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER)));

        Verdict verdict = visit("/reset").judgement().verdict();

        assertThat(verdict.level()).isEqualTo(Verdict.Level.INCOMPLETE);
        assertThat(verdict.findings()).singleElement()
                .satisfies(finding -> assertThat(finding.detector()).isEqualTo("unreachable"));
    }

    @Test
    void aVisitSaysWhenItWas() {
        serve("/plain", html(PLAIN));

        Visit visit = visit("/plain");

        assertThat(visit.judgement().observation().around().at())
                .isEqualTo(visit.exchanges().getFirst().exchange().startedAt());
    }

    private void serve(String path, ResponseDefinitionBuilder answer) {
        server.stubFor(get(path).willReturn(answer));
    }

    private static ResponseDefinitionBuilder html(String markup) {
        return aResponse().withHeader("Content-Type", "text/html; charset=utf-8").withBody(markup);
    }

    private Visit visit(String path, String... views) {
        String url = "http://127.0.0.1:" + server.port() + path;
        Target target = new Target(url, "test", "127.0.0.1", Set.of(server.port()), Optional.empty(),
                Target.Purpose.LISTED);
        List<View> wanted = List.of(views.length == 0 ? new String[]{"citizen"} : views).stream()
                .map(view -> context.getBean(Views.class).find(view).orElseThrow()).toList();
        return context.getBean(Visitor.class).visit(target, wanted, Optional.empty(), PortalBaseline.empty(),
                PortalFacts.UNKNOWN);
    }
}
