package vn.vonggac.watch;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.corpus.Corpus;
import vn.vonggac.corpus.Search;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.IncidentFilter;
import vn.vonggac.incident.Incidents;
import vn.vonggac.page.Copies;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Scope;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** Scripts and style sheets of a portal's own. */
class PartsTest {

    private static final String SCRIPT = "document.querySelector('.menu').addEventListener('click', open);";
    private static final String SHEET = ".menu{color:#333} .k9{display:none}";

    @AutoClose
    private static final TestInstallation installation = TestInstallation.with(Site.settings());

    private final Site site = new Site();
    private Portal portal;

    @BeforeEach
    void enter() {
        String parts = "<link rel=stylesheet href=/style.css?ver=1><script src=/app.js?ver=2></script>"
                + "<script src=https://cdn.example/lib.js></script>";
        site.page("/", parts + Site.LINKS).page("/tin/1", parts + "<p>Hội nghị</p>")
                .text("/app.js", "text/javascript", SCRIPT).text("/style.css", "text/css", SHEET);
        portal = site.enter(installation, "5m");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void areFetchedOnceForAllPagesAndKept() {
        round();

        site.server.verify(2, getRequestedFor(urlPathEqualTo("/app.js")));
        site.server.verify(2, getRequestedFor(urlPathEqualTo("/style.css")));
        assertThat(copies().of(portal.id(), site.url("/app.js"), 10, 0)).hasSize(2);
        assertThat(copies().of(portal.id(), site.url("/style.css"), 10, 0)).hasSize(2);
    }

    @Test
    void aScriptThatSendsVisitorsAwayIsAnIncidentWhereItStands() {
        round();
        site.text("/app.js", "text/javascript",
                SCRIPT + "if(/google/.test(document.referrer)){window.location='https://new88.example/'}");
        installation.time().pass(Duration.ofDays(1));
        round();

        assertThat(incidents()).isNotEmpty()
                .anySatisfy(found -> assertThat(found.pages()).containsKey(site.url("/app.js")));
        assertThat(copies().of(portal.id(), site.url("/app.js"), 10, 0).getFirst().flagged()).isTrue();
    }

    @Test
    void whatASheetHidesIsHidden() {
        round();
        site.page("/", "<link rel=stylesheet href=/style.css?ver=1>" + Site.LINKS
                + "<div class=k9><a href='https://lienket.example/'>Lịch thi đấu, kết quả bóng đá</a></div>");
        round();

        installation.bean(IndexKeeping.class).follow();
        Search hidden = Search.everywhere("hidden:\"kết quả bóng đá\"").onPortal(portal.id());
        assertThat(installation.bean(Corpus.class).search(hidden).total()).isEqualTo(1);
    }

    @Test
    void anotherSheetHasAllPagesReadAgain() {
        round();
        round();
        assertThat(page().known().body()).isNotEmpty();
        site.text("/style.css", "text/css", SHEET + " .menu{display:none}");
        installation.time().pass(Duration.ofDays(1));
        round();

        assertThat(page().known().body()).isEmpty();
    }

    private FrontierPage page() {
        return installation.bean(FrontierRows.class).home(portal.id()).orElseThrow();
    }

    private Copies copies() {
        return installation.bean(Copies.class);
    }

    private void round() {
        installation.time().pass(Duration.ofMinutes(5));
        installation.bean(PortalRound.class).run(portal.id());
    }

    private List<Incident> incidents() {
        return installation.bean(Incidents.class)
                .list(Scope.EVERYTHING, IncidentFilter.ofPortal(portal.id()), 10, 0).rows();
    }
}
