package vn.vonggac.watch;

import io.micronaut.core.annotation.Introspected;

/** How many portals' home pages cannot be looked at, by the status that came; 0 where no answer came. */
@Introspected
public record Failing(int status, long portals) {}
