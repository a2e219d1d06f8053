package vn.vonggac.watch;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.corpus.Corpus;
import vn.vonggac.corpus.Search;
import vn.vonggac.incident.Exhibit;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.IncidentFilter;
import vn.vonggac.incident.Incidents;
import vn.vonggac.page.Copies;
import vn.vonggac.page.CopyConfig;
import vn.vonggac.page.CopyRead;
import vn.vonggac.page.PageCopy;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

class KillTest {

    private static final int PAGES = 60;
    // by hand: -Dkills=25
    private static final int KILLS = Integer.getInteger("kills", 3);

    @TempDir
    Path folder;

    @Test
    void aWatchKilledHardAgainAndAgainLosesNothingAndDoublesNothing() throws Exception {
        try (Site site = new Site()) {
            site.page("/", Site.LINKS + links());
            for (int page = 0; page < PAGES; page++) {
                site.page("/bai/" + page, "<p>Bài viết số " + page + "</p>" + Site.PLANTED);
            }
            Portal portal = enter(site);
            Random random = new Random(20260105);
            for (int kill = 0; kill < KILLS; kill++) {
                runAndKill(Duration.ofMillis(random.nextInt(1500)));
            }
            finish(site, portal);
        }
    }

    private Portal enter(Site site) {
        TestInstallation installation = TestInstallation.with(KilledWatch.settings(folder.toString()));
        try {
            return site.enter(installation, "1m");
        } finally {
            installation.close();
        }
    }

    private void runAndKill(Duration after) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED", "-cp", classPath(),
                KilledWatch.class.getName(), folder.toString()).redirectErrorStream(true).start();
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            StringBuilder said = new StringBuilder();
            String line = out.readLine();
            while (line != null && !line.equals("watching")) {
                said.append(line).append('\n');
                line = out.readLine();
            }
            assertThat(line).as(said.toString()).isEqualTo("watching");
            LockSupport.parkNanos(after.toNanos());
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    static String classPath() {
        ClassLoader loader = KillTest.class.getClassLoader();
        return loader instanceof URLClassLoader urls
                ? Arrays.stream(urls.getURLs()).map(URL::getPath)
                        .collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    private void finish(Site site, Portal portal) {
        TestInstallation installation = TestInstallation.with(KilledWatch.settings(folder.toString()));
        try {
            Frontier frontier = installation.bean(Frontier.class);
            do {
                installation.bean(PortalRound.class).run(portal.id());
            } while (!frontier.due(portal.id(), installation.time().instant(), 1).isEmpty());
            installation.time().pass(Duration.ofMinutes(31));
            for (int round = 0; round < PAGES; round++) {
                installation.bean(PortalRound.class).run(portal.id());
            }
            check(installation, site, portal);
        } finally {
            installation.close();
        }
    }

    private static void check(TestInstallation installation, Site site, Portal portal) {
        List<Incident> incidents = installation.bean(Incidents.class)
                .list(Scope.EVERYTHING, IncidentFilter.ofPortal(portal.id()), 10, 0).rows();
        assertThat(incidents).hasSize(1);
        assertThat(incidents.getFirst().pages().keySet()).containsExactlyInAnyOrderElementsOf(
                IntStream.range(0, PAGES).mapToObj(page -> site.url("/bai/" + page)).toList());
        everyFlaggedVisitHasItsCopy(installation, site, portal, incidents.getFirst());
        Search search = Search.everywhere("\"nhà cái uy tín\"").onPortal(portal.id());
        installation.bean(IndexKeeping.class).follow();
        assertThat(installation.bean(Corpus.class).search(search).total()).isEqualTo(PAGES);
    }

    private static void everyFlaggedVisitHasItsCopy(TestInstallation installation, Site site, Portal portal,
            Incident incident) {
        Copies copies = installation.bean(Copies.class);
        List<Exhibit> exhibits = installation.bean(Incidents.class).exhibits(Scope.EVERYTHING, incident.id());
        installation.time().pass(Duration.ofDays(500));
        installation.bean(Housekeeping.class).sweep();
        assertThat(exhibits).extracting(exhibit -> exhibit.page() + exhibit.at())
                .containsAll(incident.evidence().stream().map(told -> told.page() + told.at()).toList());
        assertThat(exhibits).extracting(Exhibit::hash).allSatisfy(hash -> assertThat(copies.read(hash))
                .isInstanceOfSatisfying(CopyRead.Whole.class,
                        whole -> assertThat(new String(whole.body(), StandardCharsets.UTF_8))
                                .contains("kubet88")));
        assertThat(Copies.verify(installation.bean(CopyConfig.class).folder(), damaged -> {
        }).damaged())
                .isZero();
        for (int page = 0; page < PAGES; page++) {
            assertThat(copies.of(portal.id(), site.url("/bai/" + page), 10, 0)).isNotEmpty()
                    .allMatch(PageCopy::flagged);
        }
    }

    private static String links() {
        StringBuilder links = new StringBuilder();
        for (int page = 0; page < PAGES; page++) {
            links.append("<a href=\"/bai/").append(page).append("\">Bài ").append(page).append("</a> ");
        }
        return links.toString();
    }
}
