package vn.vonggac.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vonggac.detect.Verdict;
import vn.vonggac.incident.Step.Deed;

import static org.assertj.core.api.Assertions.assertThat;

class CleaningTest {

    private static final Instant START = Instant.parse("2026-09-01T00:00:00Z");
    private static final Verdict PLANTED = GroupingTest.compromised(0.99,
            GroupingTest.link("nhà cái uy tín", "kubet.example"));

    private final Grouping grouping = new Grouping(Rules.shipped());
    private final List<Incident> known = new ArrayList<>();
    private final List<Step> log = new ArrayList<>();
    private final List<Deed> deeds = new ArrayList<>();

    @Test
    void threeCleanRoundsOverADayCloseIt() {
        visit("/a", 0, PLANTED, true);
        visit("/b", 0, PLANTED, true);
        round(1);
        assertThat(status()).isEqualTo(Status.CONTAINED);
        round(13);
        assertThat(status()).isEqualTo(Status.CONTAINED);
        round(25);

        assertThat(status()).isEqualTo(Status.CLOSED);
        assertThat(known.getFirst().standing().resolution()).contains(Resolution.TRUE_POSITIVE);
        assertThat(deeds).containsExactly(Deed.RAISED, Deed.CONFIRMED, Deed.SEEN_ON_PAGE, Deed.CLEAN_ROUND,
                Deed.CONTAINED, Deed.CLEAN_ROUND, Deed.CLEAN_ROUND, Deed.CLOSED);
    }

    @Test
    void aHomePageThatIsLookedAtAllDayWritesThreeRoundsAndNotHundreds() {
        visit("/", 0, PLANTED, true);
        for (int look = 1; status() != Status.CLOSED; look++) {
            assertThat(look).isLessThan(24 * 12 + 3);
            take(new Sighting("p", "/", START.plus(Duration.ofMinutes(5L * look)), GroupingTest.clean(),
                    true));
        }

        assertThat(deeds).filteredOn(Deed.CLEAN_ROUND::equals).hasSize(3);
        assertThat(known.getFirst().timeline().cleanRounds()).hasSize(3);
    }

    @Test
    void threeRoundsInAnHourProveNothing() {
        visit("/a", 0, PLANTED, true);
        for (int hour = 1; hour <= 3; hour++) {
            visit("/a", hour, GroupingTest.clean(), true);
        }

        assertThat(status()).isEqualTo(Status.CONTAINED);
    }

    @Test
    void oneViewAloneProvesNothing() {
        visit("/a", 0, PLANTED, true);
        visit("/a", 1, GroupingTest.clean(), false);

        assertThat(status()).isEqualTo(Status.OPEN);
    }

    @Test
    void onePageOfTwoProvesNothing() {
        visit("/a", 0, PLANTED, true);
        visit("/b", 0, PLANTED, true);
        visit("/a", 1, GroupingTest.clean(), true);

        assertThat(status()).isEqualTo(Status.OPEN);
    }

    @Test
    void cleanRoundsProveNothingOfWhatNoVisitEverSaw() {
        known.add(Incident.told(new ByHand(7, "/a", Kind.DEFACEMENT, "NCSC", START, "")).stored(1));
        visit("/a", 1, GroupingTest.clean(), true);
        visit("/a", 13, GroupingTest.clean(), true);
        visit("/a", 26, GroupingTest.clean(), true);

        assertThat(status()).isEqualTo(Status.OPEN);
        assertThat(deeds).containsExactly(Deed.CLEAN_ROUND, Deed.CLEAN_ROUND, Deed.CLEAN_ROUND);
    }

    @Test
    void whatWasToldAndThenSeenIsProvedGoneByVisits() {
        known.add(Incident.told(new ByHand(7, "/a", Kind.PLANTED_CONTENT, "NCSC", START, "")).stored(1));
        visit("/a", 1, PLANTED, true);
        visit("/a", 2, GroupingTest.clean(), true);

        assertThat(status()).isEqualTo(Status.CONTAINED);
    }

    @Test
    void itReopensByItselfAndItsRoundsStartAnew() {
        visit("/a", 0, PLANTED, true);
        visit("/a", 1, GroupingTest.clean(), true);
        visit("/a", 2, PLANTED, true);

        assertThat(status()).isEqualTo(Status.OPEN);
        assertThat(known.getFirst().timeline().cleanRounds()).isEmpty();
        assertThat(deeds).endsWith(Deed.RECURRED);
    }

    @Test
    void whatIsNoLongerShownIsContainedAndRestoredOnceEveryPageSaysWhatItShould() {
        visit("/a", 0, PLANTED, true);
        visit("/b", 0, PLANTED, true);
        visit("/a", 1, GroupingTest.clean(), true);
        wellAgain("/b", 1);
        assertThat(status()).isEqualTo(Status.CONTAINED);
        assertThat(known.getFirst().toBeRestored()).isTrue();

        wellAgain("/a", 5);
        assertThat(known.getFirst().timeline().restoredAt()).contains(START.plus(Duration.ofHours(5)));
        wellAgain("/a", 6);
        wellAgain("/b", 6);
        assertThat(known.getFirst().timeline().restoredAt()).contains(START.plus(Duration.ofHours(5)));
        assertThat(deeds).endsWith(Deed.CLEAN_ROUND, Deed.CONTAINED, Deed.RESTORED);
        assertThat(moments()).containsExactly("t0", "contained", "restored");
    }

    @Test
    void whatComesBackIsNeitherContainedNorRestored() {
        visit("/a", 0, PLANTED, true);
        wellAgain("/a", 1);
        assertThat(moments()).containsExactly("t0", "contained", "restored");
        visit("/a", 2, PLANTED, true);

        assertThat(known.getFirst().timeline().restoredAt()).isEmpty();
        assertThat(known.getFirst().pages().get("/a").restoredAt()).isEmpty();
        assertThat(moments()).containsExactly("t0");
        visit("/a", 3, GroupingTest.clean(), true);
        assertThat(moments()).containsExactly("t0", "contained");
    }

    @Test
    void aPersonSaysWithAReasonThatItIsRestoredWhereVisitsCannotTell() {
        visit("/a", 0, PLANTED, true);
        assertThat(Handling.restored(known.getFirst(), word("giao diện mới")))
                .isInstanceOf(Handling.Outcome.NotAllowed.class);
        visit("/a", 1, GroupingTest.clean(), true);
        assertThat(Handling.restored(known.getFirst(), word(" ")))
                .isInstanceOf(Handling.Outcome.ReasonMissing.class);

        Incident restored = ((Handling.Outcome.Done) Handling.restored(known.getFirst(),
                word("giao diện mới"))).incident();
        assertThat(restored.timeline().restoredAt()).contains(START.plus(Duration.ofHours(2)));
        assertThat(Handling.restored(restored, word("lần nữa")))
                .isInstanceOf(Handling.Outcome.NotAllowed.class);
    }

    private static Handling.Word word(String note) {
        return new Handling.Word("an", START.plus(Duration.ofHours(2)), note);
    }

    private List<String> moments() {
        return Moment.of(known.getFirst(), log).stream().map(Moment::id).toList();
    }

    private void round(int hour) {
        visit("/a", hour, GroupingTest.clean(), true);
        visit("/b", hour, GroupingTest.clean(), true);
    }

    private Status status() {
        return known.getFirst().standing().status();
    }

    private void visit(String page, int hour, Verdict verdict, boolean everyView) {
        take(new Sighting("p", page, START.plus(Duration.ofHours(hour)), verdict, everyView));
    }

    private void wellAgain(String page, int hour) {
        take(new Sighting("p", page, START.plus(Duration.ofHours(hour)), GroupingTest.clean(), true,
                List.of(), false, true));
    }

    private void take(Sighting sighting) {
        for (IncidentEvent event : grouping.observe(known, List.of(), sighting)) {
            known.clear();
            known.add(event.incident().stored(1));
            log.addAll(event.steps());
            event.steps().forEach(step -> deeds.add(step.deed()));
        }
    }
}
