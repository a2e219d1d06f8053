package vn.vonggac.notify;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vonggac.portal.Fields;

/**
 * Who is on duty when, week after week: a line for each shift, such as {@code T2-T6 07:00-17:00 an@example.gov.vn
 * Nguyễn An} or {@code CN 17:00-07:00 0912345678}. A shift that ends before it begins goes on into the next day.
 */
record Roster(List<Shift> shifts) {

    private static final Map<String, DayOfWeek> DAYS = Map.ofEntries(Map.entry("t2", DayOfWeek.MONDAY),
            Map.entry("t3", DayOfWeek.TUESDAY), Map.entry("t4", DayOfWeek.WEDNESDAY),
            Map.entry("t5", DayOfWeek.THURSDAY), Map.entry("t6", DayOfWeek.FRIDAY),
            Map.entry("t7", DayOfWeek.SATURDAY), Map.entry("cn", DayOfWeek.SUNDAY),
            Map.entry("mon", DayOfWeek.MONDAY), Map.entry("tue", DayOfWeek.TUESDAY),
            Map.entry("wed", DayOfWeek.WEDNESDAY), Map.entry("thu", DayOfWeek.THURSDAY),
            Map.entry("fri", DayOfWeek.FRIDAY), Map.entry("sat", DayOfWeek.SATURDAY),
            Map.entry("sun", DayOfWeek.SUNDAY));
    private static final Pattern LINE = Pattern
            .compile("(\\S+)\\s+(\\d{1,2}:\\d\\d)-(\\d{1,2}:\\d\\d)\\s+(\\S+)(\\s.*)?");

    Roster {
        shifts = List.copyOf(shifts);
    }

    /** One line of it; {@code address} is where the one on duty is told. */
    record Shift(Set<DayOfWeek> days, LocalTime from, LocalTime to, String address) {

        Shift {
            days = Set.copyOf(days);
        }

        boolean covers(ZonedDateTime now) {
            LocalTime clock = now.toLocalTime();
            if (from.isBefore(to)) {
                return days.contains(now.getDayOfWeek()) && !clock.isBefore(from) && clock.isBefore(to);
            }
            return clock.isBefore(to)
                    ? days.contains(now.getDayOfWeek().minus(1))
                    : !clock.isBefore(from) && days.contains(now.getDayOfWeek());
        }
    }

    /** Lines that are none are left out: {@link #wrong} names them when they are typed. */
    static Roster read(String text) {
        return new Roster(text.lines().flatMap(line -> shift(line).stream()).toList());
    }

    /** The first line that cannot be read. */
    static Optional<String> wrong(String text) {
        return text.lines().filter(line -> !line.isBlank() && shift(line).isEmpty()).findFirst();
    }

    private static Optional<Shift> shift(String line) {
        Matcher parts = LINE.matcher(line.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        return days(parts.group(1)).flatMap(days -> QuietHours.time(parts.group(2))
                .flatMap(from -> QuietHours.time(parts.group(3))
                        .map(to -> new Shift(days, from, to, parts.group(4)))));
    }

    private static Optional<Set<DayOfWeek>> days(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.toLowerCase(Locale.ROOT).split(",")) {
            String[] ends = part.split("-", 2);
            DayOfWeek first = DAYS.get(ends[0]);
            DayOfWeek last = DAYS.get(ends[ends.length - 1]);
            if (first == null || last == null) {
                return Optional.empty();
            }
            for (DayOfWeek day = first; day != last; day = day.plus(1)) {
                days.add(day);
            }
            days.add(last);
        }
        return Optional.of(days);
    }

    /** Where those are told who are on duty at a moment. */
    List<String> on(Instant at) {
        ZonedDateTime here = at.atZone(Fields.ZONE);
        List<String> found = new ArrayList<>();
        shifts.stream().filter(shift -> shift.covers(here)).map(Shift::address).forEach(found::add);
        return found;
    }

    List<String> addresses() {
        return shifts.stream().map(Shift::address).distinct().toList();
    }
}
