package vn.vonggac.watch;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.IncidentFilter;
import vn.vonggac.incident.Incidents;
import vn.vonggac.page.Baselines;
import vn.vonggac.page.PortalBaseline;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/** What a running watch learns of a portal by going round it. */
class PortalLearningTest {

    private static final int ARTICLES = 6;
    private static final String ARTICLE = "<div class=tin><h2>Tin số %1$d</h2><p>Ủy ban nhân dân xã thông báo lịch "
            + "tiếp công dân ngày %1$d tại trụ sở, đề nghị bà con đến đúng giờ và mang theo giấy tờ tùy thân.</p>"
            + "<p>Mọi thắc mắc xin liên hệ bộ phận một cửa của xã để được hướng dẫn làm thủ tục hành chính.</p></div>"
            + "<ul class=lienket><li><a href='https://www.chinhphu.vn/'>Chính phủ</a></li></ul>";
    private static final String DOORWAY = "<html lang=id><title>Situs resmi</title><center><font><b>Situs resmi</b>"
            + "<hr><i>Tempat terbaik untuk anda yang ingin bermain dengan aman dan nyaman setiap hari tanpa batas "
            + "bersama kami di sini sekarang juga dengan pelayanan ramah</i><table><tr><td>slot gacor maxwin "
            + "<a href='https://daftar88.example/?ref=1'>daftar judi online</a></td></tr></table></font></center>";

    @AutoClose
    private static final TestInstallation installation = TestInstallation.with(settings());

    private final Site site = new Site();
    private Portal portal;

    private static Map<String, Object> settings() {
        Map<String, Object> all = new HashMap<>(Site.settings());
        all.put("vonggac.database.url", "jdbc:h2:mem:portal-learning;DB_CLOSE_DELAY=-1");
        return all;
    }

    @BeforeEach
    void enter() {
        String links = IntStream.rangeClosed(1, ARTICLES)
                .mapToObj(number -> "<li><a href='/tin/" + number + "'>Tin số " + number + "</a></li>")
                .collect(Collectors.joining("", Site.LINKS + "<ul>", "</ul>"));
        site.page("/", links);
        IntStream.rangeClosed(1, ARTICLES)
                .forEach(number -> site.page("/tin/" + number, ARTICLE.formatted(number)));
        portal = site.enter(installation, "5m");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void visitsMakeTemplatesHostsAndWordsOfAPortalKnownAndARestartForgetsNone() {
        round();
        assertThat(normal().learned()).isFalse();
        assertThat(normal().visits()).isEqualTo(1 + ARTICLES);
        assertThat(normal().pages()).isZero();
        days(2);

        PortalBaseline learned = normal();
        assertThat(learned.learned()).isTrue();
        assertThat(learned.pages()).isEqualTo(1 + ARTICLES);
        assertThat(learned.templates()).isEqualTo(2);
        assertThat(learned.words()).isGreaterThan(50);
        assertThat(learned.usualHosts().findFirst())
                .contains(new PortalBaseline.UsualHost("www.chinhphu.vn", 1 + ARTICLES));

        installation.bean(Baselines.class).write();
        TestInstallation again = TestInstallation.with(settings());
        assertThat(again.bean(Baselines.class).of(portal.id()).bytes()).isEqualTo(learned.bytes());
        again.close();
    }

    @Test
    void aNewPageLikeTheOthersIsOrdinaryAndOneFromElsewhereIsNot() {
        days(2);
        site.page("/", Site.LINKS + "<a href='/tin/99'>Tin số 99</a><a href='/tai-len/x.html'>x</a>")
                .page("/tin/99", ARTICLE.formatted(99)).text("/tai-len/x.html", "text/html", DOORWAY);
        round();

        assertThat(page("/tin/99").verdict()).isEqualTo("clean");
        Incident incident = incident();
        assertThat(incident.pages()).containsOnlyKeys(site.url("/tai-len/x.html"));
        assertThat(incident.findings()).anyMatch(finding -> finding.message().equals("detector.foreign-page"))
                .anyMatch(finding -> finding.message().equals("detector.foreign-page.words"));
    }

    @Test
    void whatStandsUnderAnOpenIncidentTeachesThePortalNothing() {
        site.page("/tin/1", ARTICLE.formatted(1) + Site.PLANTED);
        round();
        site.page("/tin/1",
                "<center><table><tr><td>Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich"
                        + "</td></tr></table></center>");
        days(2);

        assertThat(incident().pages()).containsKey(site.url("/tin/1"));
        assertThat(normal().pages()).isEqualTo(ARTICLES);
        assertThat(normal().templates()).isEqualTo(2);
    }

    private void days(int days) {
        for (int visit = 0; visit < 4 * days; visit++) {
            round();
        }
    }

    private void round() {
        installation.time().pass(Duration.ofHours(6));
        installation.bean(PortalRound.class).run(portal.id());
    }

    private PortalBaseline normal() {
        return installation.bean(Baselines.class).of(portal.id());
    }

    private FrontierPage page(String path) {
        return installation.bean(FrontierRows.class).recent(portal.id(), 20).stream()
                .filter(page -> page.url().equals(site.url(path))).findFirst().orElseThrow();
    }

    private Incident incident() {
        List<Incident> all = installation.bean(Incidents.class)
                .list(Scope.EVERYTHING, IncidentFilter.ofPortal(portal.id()), 10, 0).rows();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
