package vn.vonggac.web;

import java.util.List;
import vn.vonggac.page.Baseline;
import vn.vonggac.page.PortalBaseline;
import vn.vonggac.page.Usual;

/** What is normal on a portal: on its pages together, and on its home page. */
public record PortalNormal(PortalBaseline whole, Baseline known, Usual home) {

    private static final int MOST_HOSTS = 300;

    /** The outbound hosts that most pages lead to. */
    public List<String> hosts() {
        return whole.usualHosts().map(PortalBaseline.UsualHost::host).limit(MOST_HOSTS).toList();
    }
}
