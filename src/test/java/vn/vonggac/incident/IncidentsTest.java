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
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditEntry;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Messages;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.Verdict;
import vn.vonggac.incident.IncidentEvent.Raised;
import vn.vonggac.incident.IncidentEvent.Updated;
import vn.vonggac.page.Place;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;

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

        Incident kept = incidents.find(Scope.EVERYTHING, raised.id()).orElseThrow();
        assertThat(kept.pages().keySet()).containsExactly("https://a.example/tin?x=1",
                "https://a.example/khac");
        assertThat(kept.cause()).isEqualTo(raised.cause());
        assertThat(kept.evidence()).hasSize(4).startsWith(raised.evidence().toArray(Evidence[]::new));
        assertThat(kept.timeline().t0()).isEqualTo(START);
        assertThat(kept.timeline().sightings()).isEqualTo(2);
        assertThat(incidents.log(Scope.EVERYTHING, raised.id())).extracting(Step::deed).containsExactly(
                Step.Deed.RAISED,
                Step.Deed.SEEN_ON_PAGE);
    }

    @Test
    void anotherPortalIsAnotherIncident() {
        assertThat(see(1, "https://a.example/", 0, PLANTED)).hasOnlyElementsOfType(Raised.class);
        assertThat(see(2, "https://b.example/", 0, PLANTED)).hasOnlyElementsOfType(Raised.class);
    }

    @Test
    void aPortalThatHasIncidentsIsNotRemovedAndItIsSaidWhy() {
        see(1, "https://a.example/", 0, PLANTED);
        assertThat(installation.bean(Portals.class).remove(Scope.EVERYTHING, 1, "an"))
                .isEqualTo(Outcome.rejected("", "portal.problem.history"));
    }

    @Test
    void aVisitOfACleanPageTouchesNothing() {
        assertThat(see(1, "https://a.example/", 0, GroupingTest.clean())).isEmpty();
    }

    @Test
    void aPoorCertificateIsAnIncidentOfAPageOnWhichNothingIsPlanted() {
        Verdict clean = new Verdict(Verdict.Level.CLEAN, 0, List.of(posture()), List.of());

        assertThat(see(1, "https://a.example/", 0, clean)).singleElement()
                .satisfies(event -> assertThat(event.incident().kind()).isEqualTo(Kind.CERTIFICATE));
        assertThat(incidents.plantedOn(1, "https://a.example/")).isFalse();
        see(1, "https://a.example/", 1, PLANTED);
        assertThat(incidents.plantedOn(1, "https://a.example/")).isTrue();
    }

    private static Finding posture() {
        return new Finding("tls-trouble", Family.POSTURE, Severity.HIGH, 0.9, "citizen", Place.NOWHERE,
                "EXPIRED", "detector.tls-trouble.expired", List.of("a.example"), List.of());
    }

    @Test
    void aCleanRepeatIsKeptAsIntermittent() {
        long id = see(1, "https://a.example/", 0, PLANTED).getFirst().incident().id();
        assertThat(see(1, "https://a.example/", 1, GroupingTest.clean()))
                .hasOnlyElementsOfType(Updated.class);

        assertThat(incidents.find(Scope.EVERYTHING, id).orElseThrow().standing().intermittent()).isTrue();
    }

    @Test
    void itIsClosedByCleanRoundsAloneAndReopenedWhenItComesBack() {
        for (int minute = 0; minute < 3; minute++) {
            see(1, "https://a.example/", minute, PLANTED);
        }
        see(1, "https://a.example/", 60, GroupingTest.clean());
        see(1, "https://a.example/", 60 * 13, GroupingTest.clean());
        List<IncidentEvent> events = see(1, "https://a.example/", 60 * 26, GroupingTest.clean());
        assertThat(events.getFirst().incident().standing().resolution()).contains(Resolution.TRUE_POSITIVE);

        long id = events.getFirst().incident().id();
        List<IncidentEvent> again = see(1, "https://a.example/khac", 60 * 30, PLANTED);
        assertThat(again).singleElement().isInstanceOf(Updated.class);
        Incident back = incidents.find(Scope.EVERYTHING, id).orElseThrow();
        assertThat(back).isEqualTo(again.getFirst().incident());
        Instant t0 = START.plus(Duration.ofHours(30));
        assertThat(back.timeline()).returns(t0, Timeline::t0).returns(
                List.of(new Bout(START, START.plusSeconds(120), START.plus(Duration.ofHours(26)))),
                Timeline::earlier);
        assertThat(incidents.clocks(Scope.EVERYTHING, id)).singleElement()
                .returns(t0.plus(Duration.ofHours(72)), Clock.Reading::due)
                .returns(true, Clock.Reading::running);
        assertThat(installation.bean(Queue.class).find(Scope.EVERYTHING, id, "an").orElseThrow())
                .returns(1, Outline::bouts).returns(1, Outline::pages).returns(true, Outline::unread);
        assertThat(incidents.log(Scope.EVERYTHING, id).getLast().deed()).isEqualTo(Step.Deed.CAME_BACK);
    }

    @Test
    void eachTimeItCameCountsInTheFigures() {
        long id = see(1, "https://a.example/", 0, PLANTED).getFirst().incident().id();
        incidents.handle(Scope.EVERYTHING, id, incident -> Handling.acknowledge(incident, word("")));
        for (int hour = 0; hour <= 26; hour += 13) {
            see(1, "https://a.example/", 60 * (hour + 1), GroupingTest.clean());
        }
        installation.time().set(START.plus(Duration.ofDays(2)));
        see(1, "https://a.example/", 60 * 48, PLANTED);

        PastIncidents past = installation.bean(PastIncidents.class);
        assertThat(past.since(Scope.EVERYTHING, START)).extracting(PastIncident::t0)
                .containsExactly(START.plus(Duration.ofDays(2)), START);
        assertThat(past.contained(Scope.EVERYTHING, START)).singleElement()
                .satisfies(over -> assertThat(over.took()).isPositive());
        assertThat(installation.bean(Feedback.class).precision(Scope.EVERYTHING, Duration.ofDays(30)))
                .extracting(Precision::rightly).containsOnly(1L);
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
        assertThat(incidents.find(Scope.EVERYTHING, 1).orElseThrow().pages()).hasSize(16);
        assertThat(incidents.find(Scope.EVERYTHING, 2)).isEmpty();
    }

    @Test
    void addressesAndQuotesOfAnyLengthAndLetterAreKept() {
        String page = "https://a.example/" + "a".repeat(6000);
        Verdict verdict = GroupingTest.suspicious(GroupingTest.words("😀\0\n" + "ữ".repeat(500)));
        long id = see(1, page, 0, verdict).getFirst().incident().id();
        see(1, page, 1, verdict);

        assertThat(incidents.find(Scope.EVERYTHING, id).orElseThrow().timeline().sightings()).isEqualTo(2);
        assertThat(incidents.find(Scope.EVERYTHING, id).orElseThrow().pages()).hasSize(1);
        assertThat(incidents.find(Scope.EVERYTHING, id).orElseThrow().evidence()).hasSize(1);
    }

    @Test
    void aReaderSeesOnlyTheIncidentsOfTheirAgencies() {
        long first = see(1, "https://a.example/", 0, PLANTED).getFirst().incident().id();
        long second = see(2, "https://b.example/", 0, PLANTED).getFirst().incident().id();
        Scope scope = Scope.of(List.of(2L));

        assertThat(incidents.list(scope, IncidentFilter.QUEUE, 10, 0).rows()).extracting(Incident::id)
                .containsExactly(second);
        assertThat(incidents.count(scope, IncidentFilter.QUEUE)).isEqualTo(1);
        assertThat(incidents.count(Scope.of(List.of()), IncidentFilter.QUEUE)).isZero();
        assertThat(incidents.find(scope, first)).isEmpty();
        assertThat(incidents.log(scope, first)).isEmpty();
        assertThat(incidents.clocks(scope, first)).isEmpty();
        assertThat(incidents.handle(scope, first, incident -> Handling.acknowledge(incident, word(""))))
                .isEmpty();
        assertThat(incidents.open(scope,
                new ByHand(1, "https://a.example/", Kind.DEFACEMENT, "A05", START, ""), "an"))
                .isEmpty();
    }

    @Test
    void whatAPersonDoesIsKeptAndIsOnTheTrail() {
        long id = see(1, "https://a.example/", 0, PLANTED).getFirst().incident().id();
        incidents.handle(Scope.EVERYTHING, id, incident -> Handling.acknowledge(incident, word("")));
        incidents.handle(Scope.EVERYTHING, id,
                incident -> Handling.reported(incident, "report", word("công văn 12")));
        incidents.handle(Scope.EVERYTHING, id,
                incident -> Handling.close(incident, Resolution.FALSE_POSITIVE, word("trang của báo")));

        assertThat(incidents.find(Scope.EVERYTHING, id).orElseThrow().standing()).returns(Status.CLOSED,
                Standing::status).returns(java.util.Optional.of("an"), Standing::assignee);
        assertThat(incidents.clocks(Scope.EVERYTHING, id)).singleElement().returns(false,
                Clock.Reading::running);
        assertThat(installation.bean(Audit.class).find(new AuditFilter("an", "", "incident:" + id), 10, 0))
                .extracting(AuditEntry::action).allMatch(Messages.VIETNAMESE::has)
                .containsExactly("incident.deed.closed", "incident.deed.clock-stopped",
                        "incident.deed.acknowledged");
        assertThat(see(1, "https://a.example/", 5, PLANTED)).isEmpty();
        assertThat(incidents.count(Scope.EVERYTHING, IncidentFilter.QUEUE)).isZero();
    }

    @Test
    void thoseOfAPortalThatAreClosedComeByWhenTheyWereClosed() {
        long first = see(1, "https://a.example/", 0, PLANTED).getFirst().incident().id();
        long second = see(1, "https://a.example/", 1, new Verdict(Verdict.Level.CLEAN, 0, List.of(posture()),
                List.of())).getFirst().incident().id();
        see(2, "https://b.example/", 0, PLANTED);
        close(second, 5, Resolution.DUPLICATE);
        close(first, 9, Resolution.FALSE_POSITIVE);

        List<Outline> closed = installation.bean(Queue.class)
                .list(Scope.EVERYTHING, IncidentFilter.closedOn(1), "an", 10, 0).rows();
        assertThat(closed).extracting(Outline::id).containsExactly(first, second);
        assertThat(closed.getFirst()).returns(java.util.Optional.of(Resolution.FALSE_POSITIVE),
                Outline::resolution).returns(java.util.Optional.of(START.plus(Duration.ofMinutes(9))),
                        Outline::closedAt);
        assertThat(installation.bean(Queue.class)
                .list(Scope.EVERYTHING, IncidentFilter.of(IncidentFilter.Which.ACTIVE).on(1), "an", 10, 0)
                .rows()).isEmpty();
    }

    private void close(long id, int minute, Resolution resolution) {
        incidents.handle(Scope.EVERYTHING, id, incident -> Handling.close(incident, resolution,
                new Handling.Word("an", START.plus(Duration.ofMinutes(minute)), "đã xem")));
    }

    @Test
    void aPersonOpensOneAndItsPageIsWantedAtOnce() {
        Incident told = incidents.open(Scope.EVERYTHING,
                new ByHand(1, "https://s1.example/tin", Kind.DEFACEMENT, "Công an tỉnh",
                        START.minusSeconds(3600), "gọi"),
                "an").orElseThrow();

        assertThat(told.timeline().t0()).isEqualTo("2026-01-05T00:00:00Z");
        assertThat(told.standing().status()).isEqualTo(Status.OPEN);
        assertThat(incidents.clocks(Scope.EVERYTHING, told.id())).extracting(reading -> reading.clock().id())
                .containsExactly("report", "restoration");
        assertThat(installation.bean(WantedVisits.class).due(1, installation.time().instant()))
                .singleElement()
                .returns("https://s1.example/tin", WantedVisit::url);
    }

    private long told(String page) {
        return incidents
                .open(Scope.EVERYTHING, new ByHand(1, page, Kind.DEFACEMENT, "A05", START, ""), "an")
                .orElseThrow().id();
    }

    @Test
    void whatALookAtWhatWasToldBroughtIsKeptAndStopsNoClock() {
        String page = "https://s1.example/tin";
        long id = told(page);
        for (int minute = 1; minute < 3; minute++) {
            Instant at = START.plus(Duration.ofMinutes(minute));
            incidents.observe(new Sighting("1", page, at, GroupingTest.clean(), true,
                    List.of(new Exhibit(page, at, "citizen", 200, "ab", page, "GET /tin"))));
        }
        assertThat(incidents.exhibits(Scope.EVERYTHING, id)).extracting(Exhibit::at)
                .containsExactly(START.plus(Duration.ofMinutes(1)));
        assertThat(incidents.clocks(Scope.EVERYTHING, id)).allMatch(Clock.Reading::running).hasSize(2);
        assertThat(installation.bean(Queue.class).running().get(id))
                .extracting(reading -> reading.clock().id()).contains("restoration");
    }

    @Test
    void containedAndRestoredAreTwoMomentsAndTheSecondStopsTheClockOfRestoration() {
        String page = "https://s1.example/tin";
        long id = told(page);
        see(1, page, 1, GroupingTest.compromised(0.99, GroupingTest.finding("replaced-page", Family.CHANGE,
                Severity.HIGH, "bị thay")));
        see(1, page, 60, GroupingTest.clean());
        assertThat(restoration(id)).isEmpty();
        assertThat(moments(id)).containsExactly("t0", "contained");

        incidents.observe(new Sighting("1", page, START.plus(Duration.ofMinutes(90)), GroupingTest.clean(),
                true, List.of(), false, true));
        assertThat(restoration(id)).contains(START.plus(Duration.ofMinutes(90)));
        assertThat(moments(id)).containsExactly("t0", "contained", "restored");
        assertThat(installation.bean(Queue.class).running().get(id))
                .extracting(reading -> reading.clock().id()).containsExactly("report");
        assertThat(incidents.find(Scope.EVERYTHING, id).orElseThrow().pages().get(page).restoredAt())
                .contains(START.plus(Duration.ofMinutes(90)));
    }

    private java.util.Optional<Instant> restoration(long id) {
        return incidents.clocks(Scope.EVERYTHING, id).stream()
                .filter(reading -> reading.clock().id().equals("restoration")).findFirst().orElseThrow()
                .stopped();
    }

    private List<String> moments(long id) {
        return Moment.of(incidents.find(Scope.EVERYTHING, id).orElseThrow(),
                incidents.log(Scope.EVERYTHING, id)).stream().map(Moment::id).toList();
    }

    @Test
    void aSilenceKeepsQuietUntilItEnds() {
        Silences silences = installation.bean(Silences.class);
        Silence.Matcher matcher = Silence.Matcher.ALL.onPortal("1");
        assertThat(silences.add(Scope.of(List.of(2L)), matcher, "đã biết", START.plusSeconds(600), "an"))
                .isEmpty();
        assertThat(
                silences.add(Scope.EVERYTHING, Silence.Matcher.ALL, "đã biết", START.plusSeconds(600), "an"))
                .isEmpty();
        silences.add(Scope.EVERYTHING, matcher, "đã biết", START.plusSeconds(600), "an").orElseThrow();
        see(1, "https://a.example/", 1, PLANTED);
        assertThat(incidents.count(Scope.EVERYTHING, IncidentFilter.QUEUE)).isZero();
        assertThat(incidents.count(Scope.EVERYTHING, IncidentFilter.ACTIVE)).isEqualTo(1);
        assertThat(incidents.count(Scope.EVERYTHING, IncidentFilter.at(Status.SUSPECTED))).isEqualTo(1);

        see(1, "https://a.example/", 11, PLANTED);
        assertThat(incidents.count(Scope.EVERYTHING, IncidentFilter.QUEUE)).isEqualTo(1);
    }

    private static Handling.Word word(String note) {
        return new Handling.Word("an", START.plusSeconds(60), note);
    }

    private List<IncidentEvent> see(long portal, String page, int minutes, Verdict verdict) {
        return incidents.observe(new Sighting(Long.toString(portal), page,
                START.plus(Duration.ofMinutes(minutes)), verdict, true));
    }
}
