package vn.vonggac.watch;

import io.micronaut.context.BeanContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vonggac.fetch.Header;
import vn.vonggac.fetch.TlsFacts;

/** What the watch knows of a portal, as a test wishes it. */
public final class KnownSite {

    private static final Instant SINCE = Instant.parse("2025-10-01T00:00:00Z");

    private final BeanContext beans;
    private final long portal;

    public KnownSite(BeanContext beans, long portal) {
        this.beans = beans;
        this.portal = portal;
    }

    /** A page that was looked at, and came to this; its number comes back. */
    public long page(String url, String verdict, int status, Instant at) {
        FrontierPage page = beans.getBean(Frontier.class).page(portal, url, at);
        return beans.getBean(FrontierRows.class).update(page.visited(at, verdict, status,
                status < 400 ? "h" + at : "", Duration.ofHours(6), false, Known.NOTHING)).id();
    }

    /** A page that waits for its first look. */
    public long unseen(String url, Instant at) {
        return beans.getBean(Frontier.class).page(portal, url, at).id();
    }

    /** What its server said of itself last. */
    public void server(String host, String issuer, List<String> names, Instant end, Instant at,
            Header... software) {
        TlsFacts.Certificate own = new TlsFacts.Certificate("CN=" + host, issuer, "1", SINCE, end, names, "");
        beans.getBean(ServerRows.class).save(ServerRow.of(portal, new ServerFacts(host, at,
                Optional.of(new TlsFacts("TLSv1.3", "", List.of(own), Set.of())), List.of(software))));
    }
}
