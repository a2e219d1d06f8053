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
import java.util.Set;
import java.util.TreeSet;
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
    private static final int KILLS = 25;

    @TempDir
    Path folder;
    @TempDir
    Path undisturbed;

    /** What an installation knows in the end, whatever happened on the way. */
    private record Outcome(List<String> incidents, Set<String> copies, Set<String> pages, long found) {}

    @Test
    void aWatchKilledHardAgainAndAgainKnowsInTheEndWhatAnUndisturbedOneDoes() throws Exception {
        try (Site site = new Site()) {
            site.page("/", Site.LINKS + links());
            for (int page = 0; page < PAGES; page++) {
                site.page("/bai/" + page, "<p>Bài viết số " + page + "</p>" + Site.PLANTED);
            }
            Portal portal = enter(site, folder);
            Random random = new Random(20260105);
            for (int kill = 0; kill < KILLS; kill++) {
                runAndKill(Duration.ofMillis(random.nextInt(1500)));
            }
            Outcome killed = finish(site, portal, folder);
            assertThat(killed).isEqualTo(finish(site, enter(site, undisturbed), undisturbed));
        }
    }

    private static Portal enter(Site site, Path folder) {
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

    private static Outcome finish(Site site, Portal portal, Path folder) {
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
            Outcome outcome = outcome(installation, portal);
            check(installation, site, portal);
            return outcome;
        } finally {
            installation.close();
        }
    }

    private static Outcome outcome(TestInstallation installation, Portal portal) {
        List<FrontierPage> pages = installation.bean(Watch.class).recent(portal.id(), 1_000);
        Copies copies = installation.bean(Copies.class);
        installation.bean(IndexKeeping.class).follow();
        return new Outcome(
                incidents(installation, portal).stream()
                        .map(incident -> incident.kind() + " " + incident.cause() + " " + incident.severity()
                                + " " + new TreeSet<>(incident.pages().keySet()))
                        .toList(),
                pages.stream().flatMap(page -> copies.of(portal.id(), page.url(), 10, 0).stream())
                        .map(copy -> copy.url() + " " + copy.canonical() + " " + copy.verdict())
                        .collect(Collectors.toSet()),
                pages.stream().map(page -> page.url() + " " + page.source() + " " + page.verdict())
                        .collect(Collectors.toSet()),
                installation.bean(Corpus.class).search(planted(portal)).total());
    }

    private static List<Incident> incidents(TestInstallation installation, Portal portal) {
        return installation.bean(Incidents.class)
                .list(Scope.EVERYTHING, IncidentFilter.ofPortal(portal.id()), 10, 0).rows();
    }

    private static Search planted(Portal portal) {
        return Search.everywhere("\"nhà cái uy tín\"").onPortal(portal.id());
    }

    private static void check(TestInstallation installation, Site site, Portal portal) {
        List<Incident> incidents = incidents(installation, portal);
        assertThat(incidents).hasSize(1);
        assertThat(incidents.getFirst().pages().keySet()).containsExactlyInAnyOrderElementsOf(
                IntStream.range(0, PAGES).mapToObj(page -> site.url("/bai/" + page)).toList());
        everyFlaggedVisitHasItsCopy(installation, site, portal, incidents.getFirst());
        assertThat(installation.bean(Corpus.class).search(planted(portal)).total()).isEqualTo(PAGES);
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
