package vn.vonggac.incident;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import vn.vonggac.detect.Severity;

/** What a chart needs of an incident: where, how grave, and from when until when it showed. */
@Introspected
public record PastIncident(long id, long portal, String name, Severity severity, Instant t0,
        Instant lastSeen) {}
