package vn.vonggac.watch;

import io.micronaut.core.annotation.Introspected;

/** How many pages of a domain a portal links to. */
@Introspected
record OutboundDomain(String domain, long targets) {}
