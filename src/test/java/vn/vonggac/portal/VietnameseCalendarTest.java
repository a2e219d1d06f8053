package vn.vonggac.portal;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class VietnameseCalendarTest {

    // 2030 is the second, a day before China's; 1985 a whole month before it; 2007 and 1968 a day
    @ParameterizedTest
    @ValueSource(strings = {"2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26",
            "2029-02-13",
            "2030-02-02", "2031-01-23", "2032-02-11", "2033-01-31", "2034-02-19", "2035-02-08", "2036-01-28",
            "2037-02-15", "2038-02-04", "2039-01-24", "2040-02-12", "1985-01-21", "2007-02-17", "1968-01-29"})
    void tetFallsOnItsDay(LocalDate tet) {
        assertThat(VietnameseCalendar.newYear(tet.getYear())).isEqualTo(tet);
    }
}
