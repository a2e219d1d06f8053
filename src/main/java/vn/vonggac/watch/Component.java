package vn.vonggac.watch;

import io.micronaut.core.annotation.Introspected;

/** A site beside a portal, under the same registrable domain, that the portal links to and nobody watches. */
@Introspected
public record Component(String host, String home) {}
