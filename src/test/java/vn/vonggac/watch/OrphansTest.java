package vn.vonggac.watch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Portal;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

class OrphansTest {

    private static final int PAGES = 12;

    private final Site site = new Site();
    private TestInstallation installation;
    private Portal portal;

    @BeforeEach
    void enter() {
        Map<String, Object> settings = new HashMap<>(Site.settings());
        settings.put("vonggac.watch.believe", "2h");
        settings.put("vonggac.watch.believe-other", "2h");
        settings.put("vonggac.watch.pages-per-round", 100);
        installation = TestInstallation.with(settings);
        IntStream.range(0, PAGES).forEach(page -> site.page("/tin/" + page, "<p>Bài số " + page + "</p>"));
        home(0);
        portal = site.enter(installation, "1h");
    }

    @AfterEach
    void close() {
        installation.close();
        site.close();
    }

    @Test
    void aPageOfTheSiteMapToWhichNothingLeadsIsLookedAtMoreOften() {
        siteMap(1);
        days(3);
        Map<String, Integer> before = Map.of("/an/0", looks("/an/0"), "/tin/3", looks("/tin/3"));
        days(2);

        assertThat(looks("/an/0") - before.get("/an/0")).isBetween(8, 12);
        assertThat(looks("/tin/3") - before.get("/tin/3")).isBetween(2, 4);
    }

    @Test
    void aPageThatIsNoLongerLinkedIsLookedAtMoreOftenUntilItIsAgain() {
        days(3);
        home(1);
        days(4);
        int before = looks("/tin/0");
        days(2);
        int alone = looks("/tin/0");
        assertThat(alone - before).isBetween(8, 12);

        home(0);
        days(1);
        int linked = looks("/tin/0");
        days(2);
        assertThat(looks("/tin/0") - linked).isBetween(2, 4);
    }

    @Test
    void whereManyPagesAreInTheSiteMapOnlyNoneOfThemStandsOut() {
        siteMap(11);
        days(3);
        int before = looks("/an/0");
        days(2);

        assertThat(looks("/an/0") - before).isBetween(2, 4);
    }

    /** The home page leads to all articles from this one on. */
    private void home(int first) {
        site.page("/", IntStream.range(first, PAGES)
                .mapToObj(page -> "<a href='/tin/" + page + "'>Tin " + page + "</a>")
                .collect(Collectors.joining(" ")));
    }

    private void siteMap(int pages) {
        IntStream.range(0, pages).forEach(page -> site.page("/an/" + page, "<p>Trang lẻ " + page + "</p>"));
        site.text("/sitemap.xml", "application/xml", "<?xml version='1.0'?><urlset>"
                + IntStream.range(0, pages).mapToObj(page -> "<url><loc>" + site.url("/an/" + page)
                        + "</loc></url>").collect(Collectors.joining())
                + "</urlset>");
    }

    private void days(int count) {
        for (int round = 0; round < count * 24; round++) {
            installation.time().pass(Duration.ofHours(1));
            installation.bean(PortalRound.class).run(portal.id());
        }
    }

    /** By a citizen and under one more view each. */
    private int looks(String path) {
        return site.server.findAll(getRequestedFor(urlEqualTo(path))).size() / 2;
    }
}
