package vn.vonggac.web;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vonggac.detect.Messages;

import static org.assertj.core.api.Assertions.assertThat;

class TimesTest {

    private static final Instant NOW = Instant.parse("2026-04-30T01:00:00Z");

    @ParameterizedTest
    @CsvSource({"2026-04-30T01:00:00Z, vừa xong", "2026-04-30T00:59:57Z, 3 giây trước",
            "2026-04-30T00:48:00Z, 12 phút trước", "2026-04-29T01:00:00Z, 24 giờ trước",
            "2026-04-27T01:00:00Z, 3 ngày trước", "2026-04-30T01:00:30Z, còn chưa đầy một phút",
            "2026-04-30T01:40:00Z, còn 40 phút",
            "2026-04-30T06:12:00Z, còn 5 giờ 12 phút", "2026-05-02T05:00:00Z, còn 2 ngày 4 giờ"})
    void aMomentIsSaidFromNow(Instant moment, String said) {
        assertThat(vietnamese().near(moment)).isEqualTo(said);
    }

    @Test
    void theExactTimeIsVietnams() {
        assertThat(vietnamese().exact(NOW)).isEqualTo("30/04/2026 08:00:00");
    }

    @Test
    void aDeadlineThatWentByIsOver() {
        assertThat(vietnamese().left(NOW.minusSeconds(1))).isEqualTo("đã qua");
    }

    private static Times vietnamese() {
        return new Times(InstantSource.fixed(NOW), Messages.VIETNAMESE);
    }
}
