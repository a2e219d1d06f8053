package vn.vonggac.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import vn.vonggac.portal.Fields;

/** A part of the day in which only what is critical is told; over midnight where it ends before it begins. */
record QuietHours(LocalTime from, LocalTime to) {

    private static final DateTimeFormatter SHAPE = DateTimeFormatter.ofPattern("H:mm");

    static Optional<QuietHours> read(String from, String to) {
        return time(from).flatMap(begin -> time(to).filter(end -> !end.equals(begin))
                .map(end -> new QuietHours(begin, end)));
    }

    static Optional<LocalTime> time(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalTime.parse(text.equals("24:00") ? "0:00" : text, SHAPE));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** When they are over, where they are not yet. */
    Optional<Instant> until(Instant now) {
        ZonedDateTime here = now.atZone(Fields.ZONE);
        LocalTime clock = here.toLocalTime();
        boolean inside = from.isBefore(to)
                ? !clock.isBefore(from) && clock.isBefore(to)
                : !clock.isBefore(from) || clock.isBefore(to);
        Duration left = Duration.between(clock, to);
        return inside
                ? Optional.of(here.plus(left.isNegative() ? left.plusDays(1) : left).toInstant())
                : Optional.empty();
    }
}
