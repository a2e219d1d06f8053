package vn.vonggac.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Scope;
import vn.vonggac.watch.FrontierPage.Source;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class KnownPagesTest {

    private static final String HOME = "https://xa.gov.vn/";

    private final TestInstallation installation;
    private final KnownPages pages;
    private final Frontier frontier;
    private final FrontierRows rows;
    private Portal portal;

    KnownPagesTest(TestInstallation installation) {
        this.installation = installation;
        pages = installation.bean(KnownPages.class);
        frontier = installation.bean(Frontier.class);
        rows = installation.bean(FrontierRows.class);
    }

    @BeforeEach
    void enter() {
        portal = Site.enter(installation, HOME, "XA", "5m");
        Instant now = installation.time().instant();
        frontier.add(portal.id(), Map.of(HOME + "tin/moi", Source.LINK, HOME + "tin/cu", Source.LINK,
                HOME + "Van-Ban/50%_a.pdf", Source.SITEMAP, HOME + "Upload/x.html", Source.UPLOADS), 1, now);
        visit("tin/cu", now.plusSeconds(60), "clean");
        visit("Van-Ban/50%_a.pdf", now.plusSeconds(120), "clean");
        visit("Upload/x.html", now.plusSeconds(30), "compromised");
    }

    @Test
    void whatShowedSomethingStandsFirstThenWhatWasLookedAtLastThenWhatWaits() {
        assertThat(found("", 10, 0)).containsExactly("Upload/x.html", "Van-Ban/50%_a.pdf", "tin/cu",
                "tin/moi");
        assertThat(found("", 2, 1)).containsExactly("Van-Ban/50%_a.pdf", "tin/cu");
        assertThat(pages.count(Scope.EVERYTHING, portal.id(), "")).isEqualTo(4);
    }

    @Test
    void anAddressIsFoundByAnyPartOfIt() {
        assertThat(found("VAN-BAN", 10, 0)).containsExactly("Van-Ban/50%_a.pdf");
        assertThat(found("50%_", 10, 0)).containsExactly("Van-Ban/50%_a.pdf");
        assertThat(found("%", 10, 0)).containsExactly("Van-Ban/50%_a.pdf");
        assertThat(found("hxxps[:]//xa[.]gov[.]vn/tin", 10, 0)).containsExactly("tin/cu", "tin/moi");
        assertThat(found("' OR 1=1 --", 10, 0)).isEmpty();
        assertThat(pages.count(Scope.EVERYTHING, portal.id(), "tin/")).isEqualTo(2);
    }

    @Test
    void whoMayNotSeeThePortalSeesNoneOfItsPages() {
        FrontierPage page = pages.list(Scope.EVERYTHING, portal.id(), "", 1, 0).getFirst();
        Scope own = Scope.of(Set.of(portal.agencyId()));
        Scope other = Scope.of(Set.of(portal.agencyId() + 1));

        assertThat(pages.list(own, portal.id(), "", 10, 0)).hasSize(4);
        assertThat(pages.find(own, portal.id(), page.id())).contains(page);
        assertThat(pages.find(own, portal.id() + 1, page.id())).isEmpty();
        assertThat(pages.list(other, portal.id(), "", 10, 0)).isEmpty();
        assertThat(pages.count(other, portal.id(), "")).isZero();
        assertThat(pages.find(other, portal.id(), page.id())).isEmpty();
    }

    private List<String> found(String text, int size, long skip) {
        return pages.list(Scope.EVERYTHING, portal.id(), text, size, skip).stream()
                .map(page -> page.url().substring(HOME.length())).toList();
    }

    private void visit(String path, Instant at, String verdict) {
        FrontierPage page = frontier.page(portal.id(), HOME + path, at);
        rows.update(page.visited(at, verdict, 200, "h", Duration.ofHours(1), false, Known.NOTHING));
    }
}
