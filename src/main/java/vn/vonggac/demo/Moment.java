package vn.vonggac.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment of the story: when it began, and how far it is. */
record Moment(Instant start, Duration elapsed) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(ZONE);
    private static final DateTimeFormatter LONG = DateTimeFormatter
            .ofPattern("EEEE, 'ngày' dd/MM/yyyy, HH:mm", Locale.of("vi")).withZone(ZONE);

    static String day(Instant at) {
        return DAY.format(at);
    }

    String now() {
        return LONG.format(start.plus(elapsed));
    }
}
