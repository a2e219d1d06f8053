package vn.vonggac.watch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.incident.Exhibit;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.IncidentFilter;
import vn.vonggac.incident.Incidents;
import vn.vonggac.page.Baselines;
import vn.vonggac.page.Copies;
import vn.vonggac.page.CopyRead;
import vn.vonggac.page.PageCopy;
import vn.vonggac.page.PortalBaseline;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

class KeepingTest {

    @AutoClose
    private static final TestInstallation installation = TestInstallation.with(Site.settings());

    private final Site site = new Site();
    private final Copies copies = installation.bean(Copies.class);
    private Portal portal;

    @BeforeEach
    void enter() {
        site.page("/", Site.LINKS);
        portal = site.enter(installation, "5m");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void visitsThatSayTheSameAreOneRunForEachView() {
        for (int visit = 0; visit < 3; visit++) {
            site.page("/", Site.LINKS + "<p>Số lượt truy cập: " + (1000 + visit) + "</p>");
            round();
        }

        List<PageCopy> runs = copies.of(portal.id(), site.url("/"), 10, 0);
        assertThat(runs).extracting(PageCopy::view).containsExactlyInAnyOrder("citizen", "search-engine",
                "from-search", "phone");
        assertThat(runs).allSatisfy(run -> assertThat(run.visits()).isEqualTo(3));
        assertThat(text(runs.getFirst().firstHash())).contains("1000");
    }

    @Test
    void anIncidentShowsWhatCameHomeAndHowAndNeverLosesIt() {
        site.page("/", Site.LINKS + Site.PLANTED);
        round();
        Incident incident = incident();
        List<Exhibit> exhibits = installation.bean(Incidents.class).exhibits(Scope.EVERYTHING,
                incident.id());
        site.page("/", Site.LINKS);
        installation.time().pass(Duration.ofDays(500));
        round();
        installation.bean(Housekeeping.class).sweep();

        assertThat(exhibits).anySatisfy(exhibit -> {
            assertThat(exhibit.view()).isEqualTo("citizen");
            assertThat(exhibit.at()).isEqualTo(incident.evidence().getFirst().at());
            assertThat(exhibit.chain()).isEqualTo(site.url("/"));
            assertThat(exhibit.heads()).contains("GET " + site.url("/"), "User-Agent: ",
                    "200", "Content-Type: text/html");
        });
        assertThat(exhibits).allSatisfy(exhibit -> assertThat(text(exhibit.hash())).contains("kubet88"));
        assertThat(copies.lastGood(portal.id(), site.url("/"), "citizen").map(PageCopy::firstHash)
                .map(this::text)).hasValueSatisfying(good -> assertThat(good).doesNotContain("kubet88"));
    }

    @Test
    void whatThePageSaidBeforeAnIncidentStaysWhateverItSaysLater() {
        round();
        site.page("/", Site.LINKS + Site.PLANTED);
        round();
        Instant raised = incident().evidence().getFirst().at();
        site.page("/", Site.LINKS + "<p>Thông báo mới của xã</p>");
        installation.time().pass(Duration.ofDays(500));
        round();
        installation.bean(Housekeeping.class).sweep();

        assertThat(copies.lastGood(portal.id(), site.url("/"), "citizen", raised))
                .hasValueSatisfying(copy -> assertThat(text(copy.lastHash())).contains(Site.LINKS)
                        .doesNotContain("Thông báo mới", Site.PLANTED));
    }

    @Test
    void nothingIsLearnedFromAPageUnderAnIncident() {
        site.page("/", Site.LINKS + Site.PLANTED);
        round();
        site.page("/", Site.LINKS + "<p><a href='https://tam.example/'>Đang sửa</a></p>");
        for (int visit = 0; visit < 3; visit++) {
            round();
        }

        assertThat(installation.bean(Baselines.class).of(portal.id(), site.url("/")).visits())
                .isEqualTo(0);
        assertThat(installation.bean(Baselines.class).of(portal.id()).usualHosts()
                .map(PortalBaseline.UsualHost::host)).doesNotContain("tam.example", "kubet88.example");
    }

    private void round() {
        installation.time().pass(Duration.ofMinutes(5));
        installation.bean(PortalRound.class).run(portal.id());
    }

    private Incident incident() {
        List<Incident> all = installation.bean(Incidents.class)
                .list(Scope.EVERYTHING, IncidentFilter.ofPortal(portal.id()), 10, 0).rows();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private String text(String hash) {
        return copies.read(hash) instanceof CopyRead.Whole(byte[] body)
                ? new String(body, StandardCharsets.UTF_8)
                : "none";
    }
}
