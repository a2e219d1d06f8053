package vn.vonggac.incident;

import java.time.Instant;

/** An earlier time at which an incident showed, from its T0 until it was closed as a true attack. */
public record Bout(Instant t0, Instant lastSeen, Instant closedAt) {}
