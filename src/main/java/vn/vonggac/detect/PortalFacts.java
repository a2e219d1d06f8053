package vn.vonggac.detect;

import java.util.Set;

/**
 * What an operator says of the portal a page belongs to: its registrable domains and the hosts they trust.
 * {@code UNKNOWN} for a page of no known portal.
 */
public record PortalFacts(Set<String> domains, Set<String> trustedHosts) {

    public static final PortalFacts UNKNOWN = new PortalFacts(Set.of(), Set.of());

    public PortalFacts {
        domains = Set.copyOf(domains);
        trustedHosts = Set.copyOf(trustedHosts);
    }
}
