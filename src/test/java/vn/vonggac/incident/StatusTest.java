package vn.vonggac.incident;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vonggac.incident.Handling.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

class StatusTest {

    @ParameterizedTest
    @CsvSource({"SUSPECTED, CONFIRM, OPEN", "SUSPECTED, ACKNOWLEDGE, ACKNOWLEDGED",
            "SUSPECTED, DISMISS, CLOSED",
            "SUSPECTED, CONTAIN,", "SUSPECTED, CLOSE,", "SUSPECTED, RECUR,", "SUSPECTED, REOPEN,",
            "OPEN, ACKNOWLEDGE, ACKNOWLEDGED", "OPEN, CONTAIN, CONTAINED", "OPEN, DISMISS, CLOSED",
            "OPEN, CLOSE,",
            "OPEN, CONFIRM,", "OPEN, RECUR,", "OPEN, REOPEN,", "ACKNOWLEDGED, CONTAIN, CONTAINED",
            "ACKNOWLEDGED, DISMISS, CLOSED", "ACKNOWLEDGED, CLOSE,", "ACKNOWLEDGED, ACKNOWLEDGE,",
            "ACKNOWLEDGED, CONFIRM,", "ACKNOWLEDGED, RECUR,", "ACKNOWLEDGED, REOPEN,",
            "CONTAINED, RECUR, OPEN",
            "CONTAINED, CLOSE, CLOSED", "CONTAINED, DISMISS, CLOSED", "CONTAINED, CONFIRM,",
            "CONTAINED, ACKNOWLEDGE,", "CONTAINED, CONTAIN,", "CONTAINED, REOPEN,", "CLOSED, REOPEN, OPEN",
            "CLOSED, CLOSE,", "CLOSED, DISMISS,", "CLOSED, CONFIRM,", "CLOSED, ACKNOWLEDGE,",
            "CLOSED, CONTAIN,",
            "CLOSED, RECUR, SUSPECTED"})
    void oneTableSaysWhatFollows(Status from, Action action, Status to) {
        assertThat(from.after(action).orElse(null)).isEqualTo(to);
    }

    @Test
    void aPersonCannotSayThatATrueAttackIsGone() {
        assertThat(Handling.close(open(), Resolution.TRUE_POSITIVE, word("đã gỡ")))
                .isInstanceOf(Outcome.NotAllowed.class);
    }

    @Test
    void closingAsksForAReason() {
        assertThat(Handling.close(open(), Resolution.FALSE_POSITIVE, word(" ")))
                .isInstanceOf(Outcome.ReasonMissing.class);
    }

    @Test
    void takenClosedAndTakenBackLeavesThreeLines() {
        Incident taken = done(Handling.acknowledge(open(), word(""))).incident();
        Incident closed = done(Handling.close(taken, Resolution.PLANNED_CHANGE, word("trang mới")))
                .incident();
        Outcome.Done back = done(Handling.reopen(closed, word("không phải")));

        assertThat(closed.standing().resolution()).contains(Resolution.PLANNED_CHANGE);
        assertThat(back.incident().standing()).returns(Status.OPEN, Standing::status)
                .returns(java.util.Optional.empty(), Standing::resolution);
        assertThat(back.steps()).singleElement().returns("binh", Step::actor).returns("không phải",
                Step::note);
        assertThat(Handling.acknowledge(closed, word(""))).isEqualTo(
                new Outcome.NotAllowed(Status.CLOSED, Action.ACKNOWLEDGE));
    }

    private static Outcome.Done done(Outcome outcome) {
        return (Outcome.Done) outcome;
    }

    private static Handling.Word word(String note) {
        return new Handling.Word("binh", Instant.parse("2026-09-01T00:00:00Z"), note);
    }

    private static Incident open() {
        return new IncidentsInMemory(Rules.shipped())
                .observe("p", "/", Instant.parse("2026-09-01T00:00:00Z"),
                        GroupingTest.compromised(0.99, GroupingTest.words("nhà cái uy tín")))
                .getFirst().incident();
    }
}
