package vn.vonggac.incident;

import java.time.Instant;

/** An incident that somebody told us of: which kind on which page, who told it, and when they did. */
public record ByHand(long portal, String page, Kind kind, String source, Instant receivedAt, String note) {}
