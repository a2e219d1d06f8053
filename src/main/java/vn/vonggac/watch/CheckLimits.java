package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** How much is too much: in the queue, for one person or token, of one host. */
@Singleton
final class CheckLimits {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final CheckRows rows;
    private final CheckConfig config;
    private final InstantSource time;

    CheckLimits(CheckRows rows, CheckConfig config, InstantSource time) {
        this.rows = rows;
        this.config = config;
        this.time = time;
    }

    /** The limit that one more check would be over, if there is one. */
    Optional<CheckAnswer> exceeded(Asker asker, String host) {
        if (rows.waiting(Long.MAX_VALUE) >= config.waiting()) {
            return limited("watch.limited.queue", SOON);
        }
        if (rows.unfinished(asker.who(), asker.token()) >= config.unfinished()) {
            return limited("watch.limited.unfinished", SOON);
        }
        Instant since = time.instant().minus(HOUR);
        int hourly = asker.token().isEmpty() ? config.hourlyPerson() : config.hourlyToken();
        List<Instant> asked = rows.asked(asker.who(), asker.token(), since, hourly);
        if (asked.size() >= hourly) {
            return limited("watch.limited.asker", until(asked));
        }
        List<Instant> ofHost = host.isEmpty() ? List.of() : rows.askedOf(host, since, config.hourlyHost());
        return ofHost.size() >= config.hourlyHost()
                ? limited("watch.limited.host", until(ofHost))
                : Optional.empty();
    }

    private static Optional<CheckAnswer> limited(String key, Duration after) {
        return Optional.of(new CheckAnswer.Limited(key, after));
    }

    /** When the eldest of them is an hour old. */
    private Duration until(List<Instant> asked) {
        return Duration.between(time.instant(), asked.getFirst().plus(HOUR)).plusSeconds(1);
    }
}
