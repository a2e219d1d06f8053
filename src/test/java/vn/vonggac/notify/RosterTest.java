package vn.vonggac.notify;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RosterTest {

    private static final String MONDAY = "2026-01-05T";
    private static final Roster ROSTER = Roster.read("""
            T2-T6 07:00-17:00 an@example.gov.vn Nguyễn An
            T2,T4 17:00-07:00 binh@example.gov.vn
            Sat-Sun 00:00-24:00 chi@example.gov.vn""");

    @Test
    void aShiftIsOnFromItsBeginningToBeforeItsEnd() {
        assertThat(on(MONDAY + "07:00:00+07:00")).containsExactly("an@example.gov.vn");
        assertThat(on(MONDAY + "16:59:59+07:00")).containsExactly("an@example.gov.vn");
        assertThat(on(MONDAY + "17:00:00+07:00")).containsExactly("binh@example.gov.vn");
    }

    @Test
    void aNightGoesOnIntoTheNextDay() {
        assertThat(on("2026-01-06T03:00:00+07:00")).containsExactly("binh@example.gov.vn");
        assertThat(on("2026-01-07T03:00:00+07:00")).isEmpty();
    }

    @Test
    void aWholeDayIsWholeDay() {
        assertThat(on("2026-01-10T23:59:00+07:00")).containsExactly("chi@example.gov.vn");
    }

    @Test
    void aLineThatCannotBeReadIsNamed() {
        assertThat(Roster.wrong("T2-T6 07:00-17:00 an@x.vn\nhằng ngày An")).contains("hằng ngày An");
        assertThat(Roster.wrong("T2-T8 07:00-17:00 an@x.vn")).isPresent();
        assertThat(Roster.wrong("T2 07:00-25:00 an@x.vn")).isPresent();
    }

    @Test
    void quietHoursMayGoOverMidnight() {
        QuietHours quiet = QuietHours.read("22:00", "06:30").orElseThrow();
        assertThat(quiet.until(at("2026-01-05T23:00:00+07:00"))).contains(at("2026-01-06T06:30:00+07:00"));
        assertThat(quiet.until(at("2026-01-05T05:00:00+07:00"))).contains(at("2026-01-05T06:30:00+07:00"));
        assertThat(quiet.until(at("2026-01-05T06:30:00+07:00"))).isEmpty();
        assertThat(quiet.until(at("2026-01-05T21:59:00+07:00"))).isEmpty();
    }

    private static List<String> on(String moment) {
        return ROSTER.on(at(moment));
    }

    private static Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }
}
