package vn.vonggac.watch;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Portal;
import vn.vonggac.watch.FrontierPage.Source;
import vn.vonggac.watch.PageLists.Taken;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class PageListsTest {

    private static final String GOOGLE = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

    private final TestInstallation installation;
    private final PageLists lists;
    private Portal portal;

    PageListsTest(TestInstallation installation) {
        this.installation = installation;
        this.lists = installation.bean(PageLists.class);
    }

    @BeforeEach
    void enter() {
        portal = Site.enter(installation, "https://a.gov.example/", "A", "5m");
    }

    @Test
    void addressesAreTakenOneALineWholeOrFromTheRoot() {
        assertThat(lists.take(portal.id(),
                Stream.of("https://a.gov.example/tin/1", "", "/tin/2?id=7", "/tin/2?id=7",
                        "https://b.gov.example/"),
                "an")).isEqualTo(new Outcome.Saved<>(new Taken(2, 0, 1, 0)));

        assertThat(page("/tin/2?id=7").source()).isEqualTo(Source.OPERATOR);
        assertThat(lists.take(portal.id(), Stream.of("/tin/2?id=7"), "an"))
                .isEqualTo(new Outcome.Saved<>(new Taken(0, 1, 0, 0)));
        assertThat(installation.bean(Audit.class).count(new AuditFilter("an", "watch.act.pages", "")))
                .isEqualTo(2);
    }

    @Test
    void ofAnAccessLogEveryPathCountsThatASearchEngineGot() {
        assertThat(lists.take(portal.id(),
                Stream.of(log("GET /Upload/kubet88.html", 200, GOOGLE), log("GET /khong-co", 404, GOOGLE),
                        log("GET /tin/1", 200, "Mozilla/5.0 (Windows NT 10.0) Chrome/142.0"),
                        log("POST /gui", 200, GOOGLE), log("GET /anh.jpg", 200, GOOGLE),
                        log("GET /coc?q=1", 200, "Mozilla/5.0 (compatible; coccocbot-web/1.0)")),
                "an")).isEqualTo(new Outcome.Saved<>(new Taken(2, 0, 0, 4)));

        assertThat(page("/Upload/kubet88.html").source()).isEqualTo(Source.OPERATOR);
    }

    @Test
    void aLineThatIsNeitherIsNamedAndNothingIsTaken() {
        assertThat(lists.take(portal.id(), Stream.of("/tin/1", "javascript:alert(1)"), "an"))
                .isEqualTo(Outcome.rejected("addresses", "watch.problem.line", 2));
        assertThat(lists.take(portal.id(), Stream.of("", " "), "an"))
                .isEqualTo(Outcome.rejected("addresses", "watch.problem.no-page"));
        assertThat(installation.bean(FrontierRows.class).count(portal.id())).isZero();
    }

    @Test
    void aLongLogEndsAtABound() {
        assertThat(lists.take(portal.id(),
                IntStream.range(0, PageLines.MOST + 5).mapToObj(page -> "/" + page), "an"))
                .isEqualTo(new Outcome.Saved<>(new Taken(PageLines.MOST, 0, 0, 5)));
    }

    private FrontierPage page(String path) {
        return installation.bean(FrontierRows.class)
                .findByPortalIdAndUrlHash(portal.id(), DigestUtils.sha256Hex("https://a.gov.example" + path))
                .orElseThrow();
    }

    private static String log(String request, int status, String agent) {
        return "66.249.66.1 - - [21/Nov/2026:08:14:02 +0700] \"" + request + " HTTP/1.1\" " + status
                + " 5120 \"-\" \"" + agent + "\"";
    }
}
