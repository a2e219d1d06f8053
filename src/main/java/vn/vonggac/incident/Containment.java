package vn.vonggac.incident;

import io.micronaut.core.annotation.Introspected;
import java.time.Duration;
import java.time.Instant;

/** When an incident began, and when visits had proved that it was over. */
@Introspected
public record Containment(Instant t0, Instant at) {

    public Duration took() {
        return Duration.between(t0, at);
    }
}
