package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vonggac.page.Hosts;
import vn.vonggac.page.Link;
import vn.vonggac.page.PageContent;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.PortalDraft;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;
import vn.vonggac.portal.Url;

/** Component portals: sites of the same domain that a portal links to are proposed, for somebody to have watched. */
@Singleton
public final class Components {

    private static final int MOST = 200;
    private static final int MOST_LINKS = 2_000;

    private final ComponentRows rows;
    private final Portals portals;
    private final WatchedPortals watched;

    Components(ComponentRows rows, Portals portals, WatchedPortals watched) {
        this.rows = rows;
        this.portals = portals;
        this.watched = watched;
    }

    /** Takes in which sites of its domain a page of a portal links to. */
    void take(Watched portal, PageContent content, Instant now) {
        Map<String, String> found = beside(portal, content);
        if (!found.isEmpty()) {
            List<String> known = rows.of(portal.id()).stream().map(Component::host).toList();
            found.entrySet().stream().filter(site -> !known.contains(site.getKey()))
                    .limit(Math.max(0, MOST - known.size()))
                    .forEach(site -> rows.add(portal.id(), site.getKey(), site.getValue(), now));
        }
    }

    private static Map<String, String> beside(Watched portal, PageContent content) {
        String domain = Hosts.registrable(Hosts.of(portal.home()));
        Map<String, String> found = new LinkedHashMap<>();
        content.links().stream().limit(MOST_LINKS).filter(link -> link.domain().equals(domain))
                .map(Link::target)
                .map(Url::parse).flatMap(Optional::stream).filter(url -> url.scheme().startsWith("http"))
                .map(url -> new Url(url.scheme(), url.host(), url.port(), "/", ""))
                .filter(url -> !url.host().equals(Hosts.of(portal.home()))
                        && !portal.inScope().test(url.text()))
                .forEach(url -> found.putIfAbsent(url.host(), url.text()));
        return found;
    }

    /** Those that nobody watches yet. */
    public List<Component> proposed(long portal) {
        return rows.of(portal).stream().filter(site -> !watched.covers(site.home())).toList();
    }

    /** Has one of them watched, as a component of the portal, with its agency and its rhythm. */
    public Outcome<Portal> add(Scope scope, long id, String host, String who) {
        return portals.find(scope, id).map(portal -> add(scope, portal, host, who))
                .orElseGet(Outcome.Absent::new);
    }

    private Outcome<Portal> add(Scope scope, Portal portal, String host, String who) {
        return proposed(portal.id()).stream().filter(site -> site.host().equals(host)).findFirst()
                .map(site -> portals.add(scope, draft(portals.draft(portal), site), who))
                .orElseGet(() -> Outcome.rejected("host", "watch.problem.component"));
    }

    private static PortalDraft draft(PortalDraft portal, Component site) {
        return new PortalDraft(site.host(), site.home(), portal.agency(), portal.home(), portal.hosting(), "",
                "", "",
                "", portal.tags(), "", "", portal.rhythm(), "");
    }
}
