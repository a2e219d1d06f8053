package vn.vonggac.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.corpus.Corpus;
import vn.vonggac.corpus.Documents;
import vn.vonggac.corpus.Found;
import vn.vonggac.corpus.Search;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.AgencyDraft;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.PortalDraft;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

class IndexingTest {

    private static final Search GAMBLING = Search.everywhere("\"nhà cái uy tín\"");

    @TempDir
    Path data;

    private final Site site = new Site();
    private TestInstallation installation;
    private Portal portal;

    @BeforeEach
    void enter() {
        start();
        site.page("/", "<link rel=stylesheet href=/kieu.css>" + Site.LINKS).text("/kieu.css", "text/css",
                "p {}");
        for (int i = 1; i <= 2; i++) {
            site.page("/tin/" + i,
                    "<p>Bài viết số một</p><script>document.write('<a href=https://lienket.example/><b>chữ viết thêm</b></a>')</script>");
        }
        portal = site.enter(installation, "5m");
    }

    private void start() {
        Map<String, Object> settings = new HashMap<>(Site.settings());
        settings.put("vonggac.data", data.toString());
        settings.put("vonggac.database.url", "");
        installation = TestInstallation.with(settings);
    }

    @AfterEach
    void close() {
        installation.close();
        site.close();
    }

    /** A page that is changed, infected, repaired, and a portal that moves. */
    private void live() {
        round();
        follow();
        site.page("/tin/1", "<p>Bài viết số hai, đã sửa</p>" + Site.PLANTED);
        round();
        follow();
        site.page("/tin/1",
                "<p>Bài viết số một</p><script>document.write('<a href=https://lienket.example/><b>chữ viết thêm</b></a>')</script>");
        site.text("/kieu.css", "text/css", "b {display:none}");
        round();
        follow();
        round();
        move();
        follow();
    }

    private void move() {
        installation.bean(Agencies.class).add(Scope.EVERYTHING,
                new AgencyDraft("MOI", "Sở mới", "", "", "", "", "", "", "", "", ""), "test");
        PortalDraft draft = new PortalDraft("Xã An Bình", portal.home(), "MOI", "", "", "", "", "", "", "",
                "",
                "", "5m", "");
        installation.bean(Portals.class).change(Scope.EVERYTHING, portal.id(), same -> true, draft, "test");
    }

    @Test
    void anIndexBuiltAgainHoldsWhatTheLiveOneHolds() throws IOException {
        live();
        List<String> followed = documents();
        assertThat(followed).hasSizeGreaterThan(5);
        List<String> told = new ArrayList<>();
        keeping().rebuild((done, all) -> told.add(done + "/" + all));

        assertThat(documents()).isEqualTo(followed);
        assertThat(told).first().asString().startsWith("0/");
        String last = told.getLast();
        assertThat(last.substring(0, last.indexOf('/'))).isEqualTo(last.substring(last.indexOf('/') + 1));
        assertThat(corpus().search(GAMBLING).total()).isEqualTo(1);
    }

    @Test
    void whatWasPutOutOfTheWayIsKnownAsGoneAndBackAgain() {
        live();

        assertThat(corpus().search(GAMBLING).hits()).singleElement().returns(false, Found.Hit::stillThere)
                .returns(List.of("citizen", "from-search", "phone", "search-engine"), Found.Hit::views);
        assertThat(corpus().search(Search.everywhere("\"bài viết số hai\"").whatIsStillThere()).total())
                .isZero();
        assertThat(corpus().search(Search.everywhere("\"bài viết số một\" url:1").whatIsStillThere()).total())
                .isPositive();
        assertThat(corpus().search(Search.everywhere("\"chữ viết thêm\"")).total())
                .as("what a script writes, seen and hidden").isGreaterThan(1);
    }

    @Test
    void whatOnlyCountsOnIsOneVersion() {
        round();
        follow();
        site.page("/tin/1",
                "<p>Bài viết số một</p><script>document.write('<a href=https://lienket.example/><b>chữ viết thêm</b></a>')</script>"
                        + "<p>Lượt xem: 1.234</p>");
        round();
        follow();
        long before = corpus().search(Search.everywhere("lượt")).total();
        site.page("/tin/1",
                "<p>Bài viết số một</p><script>document.write('<a href=https://lienket.example/><b>chữ viết thêm</b></a>')</script>"
                        + "<p>Lượt xem: 1.239</p>");
        round();
        follow();

        assertThat(before).isEqualTo(1);
        assertThat(corpus().search(Search.everywhere("lượt")).total()).isEqualTo(1);
    }

    @Test
    void aPortalThatMovedIsItsNewAgencysAtOnce() {
        live();

        long agency = installation.bean(Portals.class).find(Scope.EVERYTHING, portal.id()).orElseThrow()
                .agencyId();
        assertThat(corpus().search(GAMBLING.within(Set.of(agency))).total()).isEqualTo(1);
        assertThat(corpus().search(GAMBLING.within(Set.of(portal.agencyId()))).total()).isZero();
    }

    @Test
    void aDamagedIndexIsBuiltAgainWhileTheWatchGoesOn() throws IOException {
        live();
        List<String> whole = documents();
        installation.close();
        truncateASegment();
        start();
        installation.time().pass(Duration.ofDays(30));
        site.page("/tin/2", "<p>Tin mới trong lúc dựng lại</p>");

        assertThat(corpus().sequence()).isZero();
        keeping().start();
        round();
        follow();

        assertThat(documents().stream().filter(whole::contains).count())
                .as("all but the ends of what the last round saw again").isPositive();
        assertThat(corpus().search(GAMBLING).total()).isEqualTo(1);
        assertThat(corpus().search(Search.everywhere("\"trong lúc dựng lại\"")).total()).isEqualTo(1);
    }

    @Test
    void anIndexAheadOfARestoredDatabaseBeginsAgain() {
        live();
        corpus().reachesTo(1_000_000, Optional.empty());
        follow();

        assertThat(corpus().sequence()).isLessThan(1_000_000);
        assertThat(corpus().search(GAMBLING).total()).isEqualTo(1);
    }

    @Test
    void whatWasLetGoLeavesTheIndexAndItsReach() {
        live();
        installation.time().pass(Duration.ofDays(401));
        installation.bean(Housekeeping.class).sweep();
        follow();

        Found found = corpus().search(Search.everywhere("\"bài viết số một\""));
        assertThat(found.hits()).isNotEmpty().allMatch(Found.Hit::stillThere);
        assertThat(found.reach().orElseThrow()).isBefore(installation.time().instant());
        assertThat(corpus().search(GAMBLING).total()).as("evidence stays").isEqualTo(1);
    }

    private void truncateASegment() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("corpus"))) {
            Path segment = files.max(Comparator.comparingLong(file -> file.toFile().length())).orElseThrow();
            Files.write(segment, Arrays.copyOf(Files.readAllBytes(segment), (int) Files.size(segment) / 2));
        }
    }

    private List<String> documents() {
        try {
            return Documents.of(data.resolve("corpus"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void round() {
        installation.time().pass(Duration.ofHours(25));
        installation.bean(PortalRound.class).run(portal.id());
        installation.time().pass(Duration.ofMinutes(31));
        installation.bean(PortalRound.class).run(portal.id());
    }

    private void follow() {
        keeping().follow();
    }

    private IndexKeeping keeping() {
        return installation.bean(IndexKeeping.class);
    }

    private Corpus corpus() {
        return installation.bean(Corpus.class);
    }
}
