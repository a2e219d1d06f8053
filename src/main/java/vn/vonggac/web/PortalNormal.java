package vn.vonggac.web;

import java.util.List;
import vn.vonggac.page.Baseline;
import vn.vonggac.page.Hosts;
import vn.vonggac.page.PortalBaseline;
import vn.vonggac.page.Usual;

/**
 * What is normal on a portal: on its pages together, and on its home page.
 *
 * @param hosts those its pages lead to, those of most pages first
 */
public record PortalNormal(PortalBaseline whole, List<String> hosts, Baseline known, Usual home) {

    private static final int MOST_HOSTS = 300;

    public PortalNormal {
        hosts = List.copyOf(hosts);
    }

    static PortalNormal of(String address, PortalBaseline whole, Baseline known) {
        String own = Hosts.of(address);
        return new PortalNormal(whole, whole.usualHosts().map(PortalBaseline.UsualHost::host)
                .filter(host -> !host.equals(own)).toList(), known, Usual.of(known));
    }

    /** The first of the hosts. */
    public List<String> shownHosts() {
        return hosts.subList(0, Math.min(hosts.size(), MOST_HOSTS));
    }
}
