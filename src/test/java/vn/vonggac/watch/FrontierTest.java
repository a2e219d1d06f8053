package vn.vonggac.watch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;
import vn.vonggac.portal.Portal;

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

    @Test
    void whatASiteMapSaysHasChangedSinceTheLastLookIsDueAtOnce() {
        looked("/tin/", 2, "clean", Duration.ofHours(20));
        looked("/cu/", 1, "clean", Duration.ofHours(20));
        installation.time().pass(Duration.ofHours(2));
        Instant now = installation.time().instant();

        assertThat(listed(entry("/tin/0", now.minusSeconds(60)) + entry("/tin/1", now.plusSeconds(60))
                + entry("/cu/0", now.minus(Duration.ofHours(3))))).isEqualTo(1);
        assertThat(frontier.due(portal.id(), now, 9)).extracting(FrontierPage::url)
                .containsExactly("https://xa.gov.vn/tin/0");
    }

    @Test
    void aSiteMapThatSaysItOfEverythingEachTimeMakesFewDueAndNoneTwiceADay() {
        looked("/tin/", 120, "clean", Duration.ofHours(48));
        List<Integer> due = IntStream.range(0, 5).mapToObj(reading -> {
            installation.time().pass(Duration.ofMinutes(30));
            Instant now = installation.time().instant();
            return listed(IntStream.range(0, 120).mapToObj(page -> entry("/tin/" + page, now))
                    .collect(Collectors.joining()));
        }).toList();

        assertThat(due).containsExactly(50, 50, 20, 0, 0);
    }

    private int listed(String entries) {
        PageContent siteMap = installation.bean(PageReader.class)
                .read(new PageSource("https://xa.gov.vn/sitemap.xml",
                        ("<?xml version='1.0'?><urlset>" + entries + "</urlset>")
                                .getBytes(StandardCharsets.UTF_8),
                        Optional.of("application/xml"), false));
        Watched watched = installation.bean(WatchedPortals.class)
                .find(portal.id(), installation.time().instant()).orElseThrow();
        return frontier.listed(watched, siteMap, installation.time().instant());
    }

    private static String entry(String path, Instant changed) {
        return "<url><loc>https://xa.gov.vn" + path + "</loc><lastmod>" + changed + "</lastmod></url>";
    }

    private void looked(String folder, int count, String verdict) {
        looked(folder, count, verdict, Duration.ofMinutes(5));
    }

    private void looked(String folder, int count, String verdict, Duration pause) {
        for (int page = 0; page < count; page++) {
            frontier.keep(page(folder + page).visited(installation.time().instant(), verdict, 200, "hash",
                    pause, false, Known.NOTHING));
        }
    }

    private FrontierPage page(String path) {
        return frontier.page(portal.id(), "https://xa.gov.vn" + path, installation.time().instant());
    }

    private Instant later() {
        return installation.time().instant().plus(Duration.ofHours(1));
    }
}
