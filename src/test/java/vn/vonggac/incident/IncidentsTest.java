package vn.vonggac.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.detect.Verdict;
import vn.vonggac.incident.IncidentEvent.Raised;
import vn.vonggac.incident.IncidentEvent.Updated;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class IncidentsTest {

    private static final Instant START = Instant.parse("2026-01-05T01:00:00Z");
    private static final Verdict PLANTED = GroupingTest.suspicious(
            GroupingTest.link("nhà cái uy tín", "vip.kubet.example"),
            GroupingTest.words("tài xỉu đổi thưởng"));

    private final TestInstallation installation;
    private final Incidents incidents;

    IncidentsTest(TestInstallation installation) {
        this.installation = installation;
        this.incidents = installation.bean(Incidents.class);
    }

    @BeforeEach
    void twoPortals() {
        TestPortals.add(installation);
    }

    @Test
    void whatWasKeptIsWhatComesBack() {
        Incident raised = see(1, "https://a.example/tin?x=1", 0, PLANTED).getFirst().incident();
        see(1, "https://a.example/khac", 1, PLANTED);

        Incident kept = incidents.find(raised.id()).orElseThrow();
        assertThat(kept.pages().keySet()).containsExactly("https://a.example/tin?x=1",
                "https://a.example/khac");
        assertThat(kept.cause()).isEqualTo(raised.cause());
        assertThat(kept.evidence()).hasSize(4).startsWith(raised.evidence().toArray(Evidence[]::new));
        assertThat(kept.timeline().t0()).isEqualTo(START);
        assertThat(kept.timeline().sightings()).isEqualTo(2);
        assertThat(incidents.log(raised.id())).extracting(Step::deed).containsExactly(Step.Deed.RAISED,
                Step.Deed.SEEN_ON_PAGE);
    }

    @Test
    void anotherPortalIsAnotherIncident() {
        assertThat(see(1, "https://a.example/", 0, PLANTED)).hasOnlyElementsOfType(Raised.class);
        assertThat(see(2, "https://b.example/", 0, PLANTED)).hasOnlyElementsOfType(Raised.class);
    }

    @Test
    void aVisitOfACleanPageTouchesNothing() {
        assertThat(see(1, "https://a.example/", 0, GroupingTest.clean())).isEmpty();
    }

    @Test
    void aCleanRepeatIsKeptAsIntermittent() {
        long id = see(1, "https://a.example/", 0, PLANTED).getFirst().incident().id();
        assertThat(see(1, "https://a.example/", 1, GroupingTest.clean()))
                .hasOnlyElementsOfType(Updated.class);

        assertThat(incidents.find(id).orElseThrow().standing().intermittent()).isTrue();
    }

    @Test
    void itIsClosedByCleanRoundsAloneAndComesBackAsANewOne() {
        for (int minute = 0; minute < 3; minute++) {
            see(1, "https://a.example/", minute, PLANTED);
        }
        see(1, "https://a.example/", 60, GroupingTest.clean());
        see(1, "https://a.example/", 60 * 13, GroupingTest.clean());
        List<IncidentEvent> events = see(1, "https://a.example/", 60 * 26, GroupingTest.clean());
        assertThat(events.getFirst().incident().standing().resolution()).contains(Resolution.TRUE_POSITIVE);

        List<IncidentEvent> again = see(1, "https://a.example/", 60 * 30, PLANTED);
        assertThat(again).singleElement().isInstanceOf(Raised.class);
        assertThat(again.getFirst().steps().getFirst().deed()).isEqualTo(Step.Deed.CAME_BACK);
    }

    @Test
    void sixteenVisitsAtOnceRaiseOneIncident() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<List<IncidentEvent>>> visits = IntStream.range(0, 16)
                    .<Callable<List<IncidentEvent>>>mapToObj(
                            page -> () -> see(1, "https://a.example/" + page, 0, PLANTED))
                    .toList();
            for (var visit : threads.invokeAll(visits)) {
                visit.get();
            }
        }
        assertThat(incidents.find(1).orElseThrow().pages()).hasSize(16);
        assertThat(incidents.find(2)).isEmpty();
    }

    @Test
    void addressesAndQuotesOfAnyLengthAndLetterAreKept() {
        String page = "https://a.example/" + "a".repeat(6000);
        Verdict verdict = GroupingTest.suspicious(GroupingTest.words("😀\0\n" + "ữ".repeat(500)));
        long id = see(1, page, 0, verdict).getFirst().incident().id();
        see(1, page, 1, verdict);

        assertThat(incidents.find(id).orElseThrow().timeline().sightings()).isEqualTo(2);
        assertThat(incidents.find(id).orElseThrow().pages()).hasSize(1);
        assertThat(incidents.find(id).orElseThrow().evidence()).hasSize(1);
    }

    private List<IncidentEvent> see(long portal, String page, int minutes, Verdict verdict) {
        return incidents.observe(new Sighting(Long.toString(portal), page,
                START.plus(Duration.ofMinutes(minutes)), verdict, true));
    }
}
