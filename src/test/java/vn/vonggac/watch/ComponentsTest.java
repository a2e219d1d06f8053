package vn.vonggac.watch;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class ComponentsTest {

    private final TestInstallation installation;
    private final Components components;
    private Portal portal;

    ComponentsTest(TestInstallation installation) {
        this.installation = installation;
        this.components = installation.bean(Components.class);
    }

    @BeforeEach
    void read() {
        portal = Site.enter(installation, "https://tinh.gov.vn/", "TINH", "5m");
        Site.enter(installation, "https://soyte.tinh.gov.vn/", "SYT", "5m");
        Watched watched = installation.bean(WatchedPortals.class)
                .find(portal.id(), installation.time().instant()).orElseThrow();
        components.take(watched, page("""
                <a href="https://soyte.tinh.gov.vn/tin">Sở Y tế</a>
                <a href="http://xa-an-binh.tinh.gov.vn:8080/gioi-thieu">Xã An Bình</a>
                <a href="http://xa-an-binh.tinh.gov.vn/">Xã An Bình</a>
                <a href="/tin/1">Tin</a><a href="https://www.chinhphu.vn/">Chính phủ</a>"""),
                installation.time().instant());
    }

    @Test
    void sitesOfTheDomainThatNobodyWatchesAreProposed() {
        assertThat(components.proposed(portal.id())).containsExactly(
                new Component("xa-an-binh.tinh.gov.vn", "http://xa-an-binh.tinh.gov.vn:8080/"));
    }

    @Test
    void oneOfThemIsWatchedAsAComponentAndNoLongerProposed() {
        Outcome<Portal> added = components.add(Scope.EVERYTHING, portal.id(), "xa-an-binh.tinh.gov.vn", "an");

        assertThat(added).isInstanceOfSatisfying(Outcome.Saved.class, saved -> {
            Portal component = (Portal) saved.value();
            assertThat(component.parentId()).isEqualTo(portal.id());
            assertThat(component.agencyId()).isEqualTo(portal.agencyId());
            assertThat(component.rhythm()).isEqualTo(portal.rhythm());
        });
        assertThat(components.proposed(portal.id())).isEmpty();
    }

    @Test
    void whatWasNotProposedIsNotAdded() {
        assertThat(components.add(Scope.EVERYTHING, portal.id(), "evil.example", "an"))
                .isInstanceOf(Outcome.Rejected.class);
        assertThat(components.add(Scope.EVERYTHING, 999_999, "evil.example", "an"))
                .isEqualTo(new Outcome.Absent<>());
    }

    private static PageContent page(String body) {
        return new PageReader().read(new PageSource("https://tinh.gov.vn/",
                ("<html><body>" + body + "</body></html>").getBytes(StandardCharsets.UTF_8),
                Optional.of("text/html; charset=utf-8"), false));
    }
}
