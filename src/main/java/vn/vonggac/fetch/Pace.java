package vn.vonggac.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * When a host may be asked: one exchange at a time, a rest after each that grows with what it took, longer rests
 * when the host says it is busy, and none at all while it fails. It is told the time and waits for nothing.
 */
final class Pace {

    /** What a host is told, or what it is told to do. */
    sealed interface Turn {

        /** Ask now; {@link #done} must follow. */
        record Go() implements Turn {}

        /** Another exchange is under way. */
        record Busy() implements Turn {}

        /** The host rests. */
        record Rest(Instant until) implements Turn {}

        /** It failed again and again; at this time one exchange may try. */
        record Open(Instant until) implements Turn {}
    }

    /** How an exchange went, as far as the host is concerned. */
    enum Outcome {
        GOOD, BUSY, FAILED,
        /** It was not asked. */
        NONE
    }

    private static final int REMEMBERED = 10_000;

    private final FetchConfig.Pacing config;
    private final Map<String, Host> hosts = new HashMap<>();

    Pace(FetchConfig.Pacing config) {
        this.config = config;
    }

    synchronized Turn ask(String key, Instant now, boolean insists) {
        Host host = hosts.computeIfAbsent(key, ignored -> new Host());
        host.setBack(now);
        if (host.asked) {
            return new Turn.Busy();
        }
        if (!insists && now.isBefore(host.openUntil)) {
            return new Turn.Open(host.openUntil);
        }
        if (now.isBefore(host.restUntil)) {
            return new Turn.Rest(host.restUntil);
        }
        host.asked = true;
        return new Turn.Go();
    }

    /** When a host may be asked next, as far as is known now. */
    synchronized Instant readyAt(String key, Instant now) {
        Host host = hosts.get(key);
        if (host == null) {
            return now;
        }
        host.setBack(now);
        Instant later = host.openUntil.isAfter(host.restUntil) ? host.openUntil : host.restUntil;
        return later.isAfter(now) ? later : now;
    }

    synchronized void done(String key, Instant now, Duration took, Outcome outcome,
            Optional<Duration> retryAfter, Duration least) {
        Host host = hosts.computeIfAbsent(key, ignored -> new Host());
        host.asked = false;
        host.told = now;
        boolean leftAlone = now.isBefore(host.openUntil);
        switch (outcome) {
            case GOOD -> host.recover();
            case BUSY -> host.busy++;
            // who insists and fails does not put off the next try
            case FAILED -> host.failures += leftAlone ? 0 : 1;
            case NONE -> {
                return;
            }
        }
        Duration rest = clamp(longer(multiple(took, config.factor()), least), config.shortest(),
                config.longest());
        if (outcome == Outcome.BUSY) {
            Duration growing = doubled(config.backOff(), host.busy - 1);
            rest = longer(rest,
                    shorter(longer(growing, retryAfter.orElse(Duration.ZERO)), config.longestBackOff()));
        }
        host.restUntil = now.plus(rest);
        if (host.failures >= config.failures() && !leftAlone) {
            host.openUntil = now.plus(shorter(doubled(config.probe(), host.failures - config.failures()),
                    longer(config.longestBackOff(), config.probe())));
        }
    }

    /** Forgets hosts about which there is nothing to remember. */
    synchronized void tidy(Instant now) {
        if (hosts.size() > REMEMBERED) {
            hosts.values().removeIf(host -> host.isOrdinary(now));
        }
    }

    private static final class Host {

        private boolean asked;
        private int busy;
        private int failures;
        private Instant told = Instant.EPOCH;
        private Instant restUntil = Instant.EPOCH;
        private Instant openUntil = Instant.EPOCH;

        /** Where the clock was set back meanwhile, what is left to wait stays as it was. */
        private void setBack(Instant now) {
            if (now.isBefore(told)) {
                Duration back = Duration.between(now, told);
                restUntil = restUntil.minus(back);
                openUntil = openUntil.minus(back);
                told = now;
            }
        }

        private void recover() {
            busy = 0;
            failures = 0;
            openUntil = Instant.EPOCH;
        }

        private boolean isOrdinary(Instant now) {
            return !asked && busy == 0 && failures == 0 && now.isAfter(restUntil);
        }
    }

    private Duration doubled(Duration first, int times) {
        Duration most = longer(config.longestBackOff(), first);
        Duration grown = first;
        for (int i = 0; i < times && grown.compareTo(most) < 0; i++) {
            grown = grown.multipliedBy(2);
        }
        return shorter(grown, most);
    }

    private static Duration multiple(Duration took, double factor) {
        return Duration.ofNanos((long) (took.toNanos() * factor));
    }

    private static Duration clamp(Duration value, Duration least, Duration most) {
        return shorter(longer(value, least), most);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
