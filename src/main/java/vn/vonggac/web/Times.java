package vn.vonggac.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import vn.vonggac.detect.Messages;

/** How the desk says a moment: how long ago or how long left, and exactly, in Vietnam's time. */
public final class Times {

    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss")
            .withZone(ZONE);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy")
            .withZone(ZONE);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final InstantSource clock;
    private final Messages messages;

    Times(InstantSource clock, Messages messages) {
        this.clock = clock;
        this.messages = messages;
    }

    public String exact(Instant moment) {
        return EXACT.format(moment);
    }

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    public String minute(Instant moment) {
        return SHORT.format(moment);
    }

    /** How far from now: "12 phút trước" for the past, "còn 5 giờ 12 phút" for what is to come. */
    public String near(Instant moment) {
        Duration past = Duration.between(moment, clock.instant());
        return past.isNegative() ? left(past.negated()) : ago(past);
    }

    public String left(Instant end) {
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? messages.text("web.time.past") : left(left);
    }

    public boolean past(Instant moment) {
        return moment.isBefore(clock.instant());
    }

    /** A length of time in its largest whole unit. */
    public String length(Duration duration) {
        if (duration.toMinutesPart() > 0 || duration.toSecondsPart() > 0) {
            return messages.text("web.length.minutes", duration.toMinutes());
        }
        return duration.toHoursPart() > 0
                ? messages.text("web.length.hours", duration.toHours())
                : messages.text("web.length.days", duration.toDays());
    }

    /** A length as people say it: not to the minute where it is days. */
    public String about(Duration duration) {
        double hours = duration.toMinutes() / 60.0;
        if (hours < 1) {
            return messages.text("web.length.minutes", Math.max(1, duration.toMinutes()));
        }
        return hours < 48
                ? messages.text("web.length.about-hours", hours)
                : messages.text("web.length.about-days", hours / 24);
    }

    private String ago(Duration past) {
        if (past.toSeconds() < 1) {
            return messages.text("web.time.now");
        }
        if (past.toMinutes() < 1) {
            return messages.text("web.time.seconds", past.toSeconds());
        }
        if (past.toHours() < 1) {
            return messages.text("web.time.minutes", past.toMinutes());
        }
        return past.toDays() < 2
                ? messages.text("web.time.hours", past.toHours())
                : messages.text("web.time.days", past.toDays());
    }

    private String left(Duration left) {
        if (left.toMinutes() < 1) {
            return messages.text("web.time.in-seconds");
        }
        if (left.toHours() < 1) {
            return messages.text("web.time.in-minutes", left.toMinutes());
        }
        return left.toDays() < 1
                ? messages.text("web.time.in-hours", left.toHours(), left.toMinutesPart())
                : messages.text("web.time.in-days", left.toDays(), left.toHoursPart());
    }

    /** The beginning of a day by Vietnam's clocks, written as a form has it; nothing where it is no day. */
    static Optional<Instant> startOf(String day) {
        try {
            return day.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(day).atStartOfDay(ZONE).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
