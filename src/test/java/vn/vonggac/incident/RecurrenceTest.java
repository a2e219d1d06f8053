package vn.vonggac.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.Verdict;
import vn.vonggac.incident.IncidentEvent.Raised;
import vn.vonggac.incident.IncidentEvent.Updated;
import vn.vonggac.incident.Silence.Matcher;
import vn.vonggac.incident.Step.Deed;

import static org.assertj.core.api.Assertions.assertThat;

/** What was closed as a true attack and comes back is the same incident, with its times begun anew. */
class RecurrenceTest {

    private static final Instant START = Instant.parse("2026-01-05T01:00:20Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Finding LINK = GroupingTest.link("nhà cái uy tín", "vip.kubet.example");
    private static final Verdict PLANTED = GroupingTest.suspicious(LINK);
    private static final Verdict SURE = GroupingTest.compromised(0.99, LINK);

    private final Grouping grouping = new Grouping(Rules.shipped());
    private final List<Incident> known = new ArrayList<>();
    private final List<Silence> silences = new ArrayList<>();

    @Test
    void withinNinetyDaysItIsReopenedUnderItsNumberWithTheOldEvidenceBesideTheNew() {
        Instant over = closed();
        Instant back = over.plus(DAY.multipliedBy(90));
        IncidentEvent event = see("/khac", back, PLANTED).getFirst();
        Incident incident = event.incident();

        assertThat(event.steps()).singleElement().returns(Deed.CAME_BACK, Step::deed).returns(Step.SERVICE,
                Step::actor);
        assertThat(incident.id()).isEqualTo(1);
        assertThat(incident.standing()).returns(Status.SUSPECTED, Standing::status)
                .returns(Optional.empty(), Standing::resolution);
        assertThat(incident.timeline().t0()).isEqualTo(back.minusSeconds(20));
        assertThat(incident.timeline().cleanRounds()).isEmpty();
        assertThat(incident.timeline().closedAt()).isEmpty();
        assertThat(incident.timeline().earlier())
                .containsExactly(new Bout(START.minusSeconds(20), START, over));
        assertThat(incident.evidence()).extracting(Evidence::at).containsExactly(START, back);
        assertThat(incident.pages().keySet()).containsExactly("/tin", "/khac");
        assertThat(incident.shownOn()).containsExactly("/khac");
        assertThat(incident.firstPage()).isEqualTo("/khac");
    }

    @Test
    void itIsSureAgainWhenRepeatsAgreeOrItIsUnmistakable() {
        Instant back = closed().plus(DAY);
        see("/tin", back, PLANTED);
        see("/tin", back.plusSeconds(60), PLANTED);
        assertThat(status()).isEqualTo(Status.SUSPECTED);
        see("/tin", back.plusSeconds(120), PLANTED);
        assertThat(status()).isEqualTo(Status.OPEN);
        assertThat(known).singleElement().satisfies(incident -> assertThat(incident.evidence()).hasSize(2));

        Instant again = close(back.plus(DAY));
        assertThat(see("/tin", again.plus(DAY), SURE).getFirst().steps()).extracting(Step::deed)
                .containsExactly(Deed.CAME_BACK, Deed.CONFIRMED);
        assertThat(known.getFirst().timeline().earlier()).hasSize(2);
    }

    @Test
    void afterNinetyDaysOrWithAnotherCauseItIsAnotherIncident() {
        Instant over = closed();
        assertThat(see("/tin", over.plus(DAY), GroupingTest.suspicious(
                GroupingTest.link("vay tiền nhanh", "vay.example"))))
                .singleElement().isInstanceOf(Raised.class);
        known.removeLast();
        assertThat(see("/tin", over.plus(DAY.multipliedBy(90)).plusSeconds(1), PLANTED)).singleElement()
                .isInstanceOf(Raised.class);
    }

    @Test
    void whatWasClosedAsFalseNeverRecurs() {
        see("/tin", START, PLANTED);
        Instant now = START.plus(DAY);
        keep(((Handling.Outcome.Done) Handling.close(known.getFirst(), Resolution.FALSE_POSITIVE,
                new Handling.Word("an", now, "trang của báo"))).incident());

        assertThat(see("/tin", now.plus(DAY), PLANTED)).isEmpty();
        assertThat(see("/khac", now.plus(DAY), PLANTED)).singleElement().isInstanceOf(Raised.class)
                .satisfies(event -> assertThat(event.steps().getFirst().deed()).isEqualTo(Deed.RAISED));
    }

    @Test
    void underASilenceItIsReopenedQuietlyAndToldWhenTheSilenceEnds() {
        Instant back = closed().plus(DAY);
        silences.add(new Silence(7, Matcher.ALL.planting("kubet.example"), "an", "đã biết", START,
                back.plus(DAY)));

        IncidentEvent event = see("/tin", back, SURE).getFirst();
        assertThat(event).isInstanceOfSatisfying(Updated.class,
                quiet -> assertThat(quiet.worse()).isFalse());
        assertThat(event.steps()).extracting(Step::deed).containsExactly(Deed.CAME_BACK, Deed.SILENCED,
                Deed.CONFIRMED);
        assertThat(known).singleElement().satisfies(incident -> {
            assertThat(incident.timeline().earlier()).hasSize(1);
            assertThat(incident.evidence()).extracting(Evidence::at).contains(START, back);
            assertThat(incident.standing().suppression()).contains(new Suppression.Silenced(7));
        });

        assertThat(see("/tin", back.plus(DAY), SURE).getFirst()).isInstanceOfSatisfying(Updated.class,
                told -> assertThat(told.worse()).isTrue());
        assertThat(known.getFirst().standing().suppression()).isEmpty();
    }

    @Test
    void aDefacementOfTheSamePageRecursAndOfAnotherIsNew() {
        Verdict defaced = GroupingTest.compromised(0.99, GroupingTest.finding("defacement-words",
                Family.DEFACEMENT, Severity.CRITICAL, "hacked by nobody"));
        see("/", START, defaced);
        Instant over = close(START.plus(DAY));

        assertThat(see("/tin", over.plus(DAY), defaced)).singleElement().isInstanceOf(Raised.class);
        known.removeLast();
        assertThat(see("/", over.plus(DAY), defaced).getFirst().incident().id()).isEqualTo(1);
    }

    @Test
    void clocksRunFromTheNewT0AndWhatWasReportedBeforeStopsNoneOfThem() {
        List<Step> log = List.of(new Step(START, "an", Deed.CLOCK_STOPPED, "report: công văn 12"));

        assertThat(Clocks.reported(log, START)).isEqualTo(Map.of("report", START));
        assertThat(Clocks.reported(log, START.plus(DAY))).isEmpty();
    }

    /** One that three clean rounds closed, and when. */
    private Instant closed() {
        see("/tin", START, SURE);
        return close(START.plus(DAY));
    }

    private Instant close(Instant from) {
        for (int round = 0; round < 3; round++) {
            for (String page : List.copyOf(known.getFirst().pages().keySet())) {
                see(page, from.plus(Duration.ofHours(13 * round)), GroupingTest.clean());
            }
        }
        assertThat(status()).isEqualTo(Status.CLOSED);
        return known.getFirst().timeline().closedAt().orElseThrow();
    }

    private Status status() {
        return known.getFirst().standing().status();
    }

    private List<IncidentEvent> see(String page, Instant at, Verdict verdict) {
        List<IncidentEvent> events = grouping
                .observe(List.copyOf(known), silences, new Sighting("p", page, at, verdict, true)).stream()
                .map(event -> event instanceof Raised
                        ? event.of(event.incident().stored(known.size() + 1))
                        : event)
                .toList();
        events.forEach(event -> keep(event.incident()));
        return events;
    }

    private void keep(Incident incident) {
        int place = known.stream().map(Incident::id).toList().indexOf(incident.id());
        if (place < 0) {
            known.add(incident);
        } else {
            known.set(place, incident);
        }
    }
}
