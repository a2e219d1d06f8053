package vn.vonggac.demo;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that is done to portals: when, for how long, to which of a make, shown to whom, and what the watch is
 * expected to make of it. {@code apart} is the time from one portal to the next.
 */
record Act(String id, Duration at, Optional<Duration> until, int make, List<Integer> sites, Duration apart,
        Trick trick, String what, Audience shown, Expectation expects) {

    /** What is done. */
    enum Trick {
        INSERT, REPLACE, REDIRECT, FILE, ECHO, TARGET, HANG, REDESIGN, NONE
    }

    /** To whom it shows. */
    enum Audience {
        EVERYBODY, CRAWLER, PHONE_FROM_SEARCH;

        boolean includes(Ask ask) {
            return switch (this) {
                case EVERYBODY -> true;
                case CRAWLER -> ask.crawler();
                case PHONE_FROM_SEARCH -> ask.phoneFromSearch();
            };
        }
    }

    /** What the watch is to make of it. */
    enum Expectation {
        ALARM, QUIET, CONTAINED, CLOSED
    }

    Act {
        sites = List.copyOf(sites);
    }

    static Act read(Map<String, Object> row) {
        List<Integer> sites = ((List<?>) Objects.requireNonNull(row.get("sites"))).stream()
                .map(site -> Integer.valueOf(site.toString())).toList();
        return new Act(Material.word(row, "id"), duration(row, "at").orElseThrow(), duration(row, "until"),
                Integer.parseInt(Material.word(row, "make")), sites,
                duration(row, "apart").orElse(Duration.ZERO), constant(Trick.class, row, "trick"),
                Objects.toString(row.get("what"), ""), constant(Audience.class, row, "shown"),
                constant(Expectation.class, row, "expects"));
    }

    private static Optional<Duration> duration(Map<String, Object> row, String key) {
        return Optional.ofNullable(row.get(key)).map(Object::toString).map(Duration::parse);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, Map<String, Object> row, String key) {
        return Enum.valueOf(type, Material.word(row, key).toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
