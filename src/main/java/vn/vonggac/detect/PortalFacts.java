package vn.vonggac.detect;

import java.util.Set;

/**
 * What is known of the portal a page belongs to: its registrable domains, outbound hosts ever seen on it, hosts its
 * operator trusts, and the words it normally uses of each topic. {@code UNKNOWN} for a page of no known portal.
 */
public record PortalFacts(Set<String> domains, Set<String> hostsSeen, Set<String> trustedHosts,
        boolean learned) {

    public static final PortalFacts UNKNOWN = new PortalFacts(Set.of(), Set.of(), Set.of(), false);

    public PortalFacts {
        domains = Set.copyOf(domains);
        hostsSeen = Set.copyOf(hostsSeen);
        trustedHosts = Set.copyOf(trustedHosts);
    }
}
