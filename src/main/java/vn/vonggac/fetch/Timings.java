package vn.vonggac.fetch;

import java.time.Duration;

/**
 * How long each phase of a hop took; zero where there was none, as on a reused connection. {@code firstByte}
 * and {@code lastByte} count from the moment the request was sent.
 */
public record Timings(Duration dns, Duration connect, Duration tls, Duration firstByte, Duration lastByte) {

    public static final Timings NONE = new Timings(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO,
            Duration.ZERO);
}
