package vn.vonggac.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Portal;
import vn.vonggac.watch.FrontierPage.Source;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class FrontierTest {

    private final TestInstallation installation;
    private final Frontier frontier;
    private Portal portal;

    FrontierTest(TestInstallation installation) {
        this.installation = installation;
        frontier = installation.bean(Frontier.class);
    }

    @BeforeEach
    void enter() {
        portal = Site.enter(installation, "https://xa.gov.vn/", "XA", "5m");
    }

    @Test
    void pagesUnderAttackLeavePlacesForOthers() {
        looked("/tai-len/", 40, "compromised");
        looked("/tin/", 40, "clean");
        IntStream.range(0, 40).forEach(page -> page("/moi/" + page));
        List<FrontierPage> due = frontier.due(portal.id(), later(), 9);

        assertThat(due).filteredOn(page -> page.url().contains("/tai-len/")).hasSize(3);
        assertThat(due).filteredOn(page -> page.url().contains("/tin/")).hasSize(3);
        assertThat(due).filteredOn(page -> page.url().contains("/moi/")).hasSize(3);
        assertThat(due.getFirst().verdict()).isEqualTo("compromised");
    }

    @Test
    void pagesUnderAttackHaveAllPlacesWhereNothingElseWaits() {
        looked("/tai-len/", 12, "suspicious");

        assertThat(frontier.due(portal.id(), later(), 9)).hasSize(9);
    }

    private void looked(String folder, int count, String verdict) {
        for (int page = 0; page < count; page++) {
            frontier.keep(page(folder + page).visited(installation.time().instant(), verdict, 200, "hash",
                    Duration.ofMinutes(5), false, Known.NOTHING));
        }
    }

    private FrontierPage page(String path) {
        return frontier.page(portal.id(), "https://xa.gov.vn" + path, installation.time().instant());
    }

    private Instant later() {
        return installation.time().instant().plus(Duration.ofHours(1));
    }
}
