package vn.vonggac.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
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
import vn.vonggac.incident.Status;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Scope;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

class PortalRoundTest {

    @AutoClose
    private static final TestInstallation installation = TestInstallation.with(Site.settings());

    private final Site site = new Site();
    private Portal portal;

    @BeforeEach
    void enter() {
        site.small();
        portal = site.enter(installation, "5m");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aRoundLooksAtTheHomePageUnderEveryViewAndAtWhatItLinksTo() {
        round();

        site.server.verify(4, getRequestedFor(urlEqualTo("/")));
        site.server.verify(2, getRequestedFor(urlEqualTo("/tin/1")));
        site.server.verify(2, getRequestedFor(urlEqualTo("/tin/2")));
        assertThat(search("\"tiếp công dân\"")).isEqualTo(2);
    }

    @Test
    void whereOthersWaitARoundGivesUpItsPlaceAfterThePageItIsAt() {
        giveWay(() -> true);

        assertThat(installation.bean(FrontierRows.class).recent(portal.id(), 20)).hasSize(2)
                .anyMatch(FrontierPage::home);
    }

    @Test
    void aRoundEndsWhenItsHomePageIsDueAgain() {
        giveWay(() -> {
            installation.time().pass(Duration.ofMinutes(6));
            return false;
        });

        assertThat(installation.bean(FrontierRows.class).recent(portal.id(), 20)).hasSize(2);
    }

    @Test
    void aRoundEndsWhenItsTimeIsUpAndTheNextGoesOnWhereItEnded() {
        try (Site seldom = new Site()) {
            portal = seldom
                    .page("/", Site.LINKS + "<a href='/tin/3'>Kế hoạch</a> <a href='/tin/4'>Báo cáo</a>")
                    .enter(installation, "1h");
            everyPageTakes(Duration.ofMinutes(3));
            assertThat(visited()).isEqualTo(3);
            everyPageTakes(Duration.ofMinutes(3));
            assertThat(visited()).isEqualTo(5);
        }
    }

    private void everyPageTakes(Duration time) {
        giveWay(() -> {
            installation.time().pass(time);
            return false;
        });
    }

    private long visited() {
        return known().stream().filter(page -> page.visits() > 0).count();
    }

    private void giveWay(BooleanSupplier others) {
        PortalRound round = installation.bean(PortalRound.class);
        round.giveWay(others);
        round();
        round.giveWay(() -> false);
    }

    @Test
    void pagesNamedInRobotsAndSiteMapsAreFound() {
        site.text("/robots.txt", "text/plain", "User-agent: *\nSitemap: " + site.url("/ban-do.xml") + "\n")
                .text("/ban-do.xml", "application/xml", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                        <url><loc>%s</loc></url></urlset>""".formatted(site.url("/an/khong-ai-lien-ket")))
                .page("/an/khong-ai-lien-ket", "<p>Trang không ai liên kết</p>");
        round();

        site.server.verify(2, getRequestedFor(urlEqualTo("/an/khong-ai-lien-ket")));
    }

    @Test
    void siteMapsAreReadThroughTheirIndexAndPackedWithTheNewsInThem() {
        site.text("/sitemap.xml", "application/xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <sitemap><loc>%s</loc></sitemap></sitemapindex>""".formatted(site.url("/tin.xml.gz")))
                .packed("/tin.xml.gz", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
                          xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
                        <url><loc>%s</loc><lastmod>2026-11-20</lastmod><news:news>
                        <news:title>Tin không ai liên kết</news:title></news:news></url></urlset>"""
                        .formatted(site.url("/an/tin-moi")))
                .page("/an/tin-moi", "<p>Tin không ai liên kết</p>");
        round();

        site.server.verify(2, getRequestedFor(urlEqualTo("/an/tin-moi")));
    }

    @Test
    void whatAPageNamesAsItsCanonicalAddressIsLookedAt() {
        site.page("/tin/1", "<link rel=canonical href='/tin/goc'><p>Hội nghị triển khai nhiệm vụ</p>")
                .page("/tin/goc", "<p>Hội nghị triển khai nhiệm vụ, bản gốc</p>");
        round();

        site.server.verify(2, getRequestedFor(urlEqualTo("/tin/goc")));
        assertThat(source("/tin/goc")).isEqualTo(FrontierPage.Source.CANONICAL);
    }

    @Test
    void whereAPageRedirectsToIsAPageOfItsOwnWithinThePortalOnly() {
        site.redirect("/tin/1", "/chuyen/dich?utm_source=zalo")
                .page("/chuyen/dich?utm_source=zalo", "<p>Đích</p>")
                .page("/chuyen/dich", "<p>Đích</p>")
                .redirect("/tin/2", "http://localhost:" + site.server.port() + "/ngoai")
                .page("/ngoai", "<p>Nơi khác</p>");
        round();

        site.server.verify(2, getRequestedFor(urlEqualTo("/chuyen/dich")));
        assertThat(source("/chuyen/dich")).isEqualTo(FrontierPage.Source.REDIRECT);
        assertThat(known()).noneMatch(page -> page.url().endsWith("/ngoai"));
    }

    private FrontierPage.Source source(String path) {
        return known().stream().filter(page -> page.url().equals(site.url(path))).findFirst().orElseThrow()
                .source();
    }

    private List<FrontierPage> known() {
        return installation.bean(KnownPages.class).list(Scope.EVERYTHING, portal.id(), "", 100, 0);
    }

    @Test
    void whatASiteMapSaysHasChangedIsLookedAtWithItsNextReading() {
        site.text("/sitemap.xml", "application/xml", siteMap("2026-01-01T00:00:00Z"));
        rounds(Duration.ofHours(8));
        int one = looks("/tin/1");
        int other = looks("/tin/2");
        site.text("/sitemap.xml", "application/xml",
                siteMap(installation.time().instant().minusSeconds(60).toString()));
        rounds(Duration.ofMinutes(40));

        assertThat(looks("/tin/1")).isEqualTo(one + 2);
        assertThat(looks("/tin/2")).isEqualTo(other);
    }

    private String siteMap(String changed) {
        return "<?xml version='1.0'?><urlset><url><loc>" + site.url("/tin/1") + "</loc><lastmod>" + changed
                + "</lastmod></url><url><loc>" + site.url("/tin/2")
                + "</loc><lastmod>2026-01-01</lastmod></url></urlset>";
    }

    private void rounds(Duration all) {
        for (Duration passed = Duration.ZERO; passed.compareTo(all) < 0; passed = passed.plusMinutes(5)) {
            installation.time().pass(Duration.ofMinutes(5));
            round();
        }
    }

    @Test
    void aFileForPeopleToDownloadIsNotOpened() {
        site.packed("/tai-ve.gz", "<html><body><a href='" + site.url("/trong-tep") + "'>x</a></body></html>")
                .page("/", "<a href='/tai-ve.gz'>Tải về</a>").page("/trong-tep", "<p>Trong tệp</p>");
        round();

        site.server.verify(0, getRequestedFor(urlEqualTo("/trong-tep")));
    }

    @Test
    void whatRobotsHidesFeedsAndSearchFormsAreSourcesToo() {
        site.text("/robots.txt", "text/plain", """
                User-agent: *
                Disallow: /an/ # hidden
                Disallow: /*.pdf$
                Disallow: /
                """).page("/an/", "<p>Thư mục ẩn</p>").page("/tim", "<p>Tìm kiếm</p>")
                .text("/rss.xml", "application/rss+xml", "<rss><channel><item><link>" + site.url("/tin/9")
                        + "</link></item></channel></rss>")
                .page("/", "<link rel=alternate type='application/rss+xml' href='/rss.xml'>"
                        + "<form action='/tim'><input name=q></form>");
        round();

        site.server.verify(2, getRequestedFor(urlEqualTo("/an/")));
        assertThat(installation.bean(FrontierRows.class).recent(portal.id(), 20))
                .extracting(FrontierPage::url)
                .contains(site.url("/an/"), site.url("/tim"), site.url("/rss.xml"))
                .noneMatch(url -> url.contains("pdf"));
    }

    @Test
    void plantedLinksBecomeOneIncidentWithQuoteAndPlaceAndAreRepeatedBeforeItOpens() {
        site.page("/tin/1", "<p>Hội nghị</p>" + Site.PLANTED).page("/tin/2", "<p>Lịch</p>" + Site.PLANTED);
        round();

        Incident incident = incident();
        assertThat(incident.pages().keySet()).containsExactlyInAnyOrder(site.url("/tin/1"),
                site.url("/tin/2"));
        assertThat(incident.cause().domains()).contains("kubet88.example", "new88.example");
        assertThat(incident.findings()).anySatisfy(finding -> {
            assertThat(finding.quote()).contains("nhà cái uy tín");
            assertThat(finding.place().path()).contains("div");
            assertThat(finding.place().line()).isPositive();
        });
        assertThat(incident.standing().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void aSuspiciousVisitIsRepeatedAtOnceAndOnceMoreAfterAWhile() {
        site.page("/", Site.LINKS + "<p>Xem thêm: <a href='https://tx.example/'>tài xỉu online</a></p>");
        round();
        assertThat(site.server.findAll(getRequestedFor(urlEqualTo("/")))).hasSize(8);

        installation.time().pass(Duration.ofSeconds(19));
        round();
        assertThat(site.server.findAll(getRequestedFor(urlEqualTo("/")))).hasSize(8);
        installation.time().pass(Duration.ofSeconds(2));
        round();
        assertThat(site.server.findAll(getRequestedFor(urlEqualTo("/")))).hasSize(12);
        assertThat(incident().standing().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void allPagesAreReadAgainUnderEveryViewWhenTheLastRepeatOpensAnIncident() {
        site.page("/", Site.LINKS + "<p>Xem thêm: <a href='https://tx.example/'>tài xỉu online</a></p>");
        round();
        int before = looks("/tin/1");
        installation.time().pass(Duration.ofSeconds(21));
        round();

        assertThat(incident().standing().status()).isEqualTo(Status.OPEN);
        assertThat(looks("/tin/1")).isEqualTo(before + 4);
    }

    @Test
    void whatCameCleanInTheRepeatStaysSuspectedAndIsMarked() {
        site.page("/", Site.LINKS + "<p>Xem thêm: <a href='https://tx.example/'>tài xỉu online</a></p>");
        round();
        site.page("/", Site.LINKS);
        installation.time().pass(Duration.ofSeconds(21));
        round();

        assertThat(incident().standing().status()).isEqualTo(Status.SUSPECTED);
        assertThat(incident().standing().intermittent()).isTrue();
    }

    @Test
    void theHomePageKeepsItsRhythmAndOtherPagesEarnTheirs() {
        round();
        int before = site.server.findAll(getRequestedFor(urlEqualTo("/tin/1"))).size();
        for (int minutes = 0; minutes < 60 * 24; minutes += 5) {
            installation.time().pass(Duration.ofMinutes(5));
            round();
        }

        assertThat(site.server.findAll(getRequestedFor(urlEqualTo("/")))).hasSizeBetween(4 * 288, 4 * 290);
        int looks = (site.server.findAll(getRequestedFor(urlEqualTo("/tin/1"))).size() - before) / 2;
        assertThat(looks).isBetween(5, 12);
    }

    private int looks(String path) {
        return site.server.findAll(getRequestedFor(urlEqualTo(path))).size();
    }

    private void round() {
        installation.bean(PortalRound.class).run(portal.id());
    }

    private Incident incident() {
        List<Incident> all = installation.bean(Incidents.class)
                .list(Scope.EVERYTHING, IncidentFilter.ofPortal(portal.id()), 10, 0).rows();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private long search(String query) {
        installation.bean(IndexKeeping.class).follow();
        return installation.bean(Corpus.class).search(Search.everywhere(query).onPortal(portal.id())).total();
    }
}
