package vn.vonggac.page;

import java.time.Instant;

/** An address in a site map, with the moment at which the site says it changed last. */
public record Dated(String target, Instant at) {}
