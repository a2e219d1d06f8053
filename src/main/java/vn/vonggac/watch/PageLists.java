package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vonggac.audit.Audit;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Url;
import vn.vonggac.watch.FrontierPage.Source;

/** Pages of a portal that somebody names, one by one, in a file, or by a web server's access log. */
@Singleton
public final class PageLists {

    private static final String FIELD = "addresses";

    private final WatchedPortals portals;
    private final Frontier frontier;
    private final Audit audit;
    private final InstantSource time;

    PageLists(WatchedPortals portals, Frontier frontier, Audit audit, InstantSource time) {
        this.portals = portals;
        this.frontier = frontier;
        this.audit = audit;
        this.time = time;
    }

    /**
     * What became of a list: pages that are new to the watch, pages it knew or has no room for, addresses that are no
     * page of the portal, and lines of a log that name nothing to look at.
     */
    public record Taken(int added, int known, int outside, int passed) {}

    /** Takes all of it, or nothing where a line is neither an address nor a line of a log. */
    public Outcome<Taken> take(long portal, Stream<String> lines, String who) {
        return portals.find(portal, time.instant()).map(found -> take(found, lines, who))
                .orElseGet(Outcome.Absent::new);
    }

    private Outcome<Taken> take(Watched portal, Stream<String> lines, String who) {
        PageLines read = new PageLines(Url.parse(portal.home()).orElseThrow());
        lines.forEach(read::take);
        if (read.bad() > 0) {
            return Outcome.rejected(FIELD, "watch.problem.line", read.bad());
        }
        return read.addresses().isEmpty()
                ? Outcome.rejected(FIELD, "watch.problem.no-page")
                : new Outcome.Saved<>(keep(portal, read, who));
    }

    private Taken keep(Watched portal, PageLines read, String who) {
        Map<String, Source> pages = new LinkedHashMap<>();
        read.addresses().stream().filter(portal.inScope()).forEach(url -> pages.put(url, Source.OPERATOR));
        int added = frontier.add(portal.id(), pages, 1, time.instant());
        Taken taken = new Taken(added, pages.size() - added, read.addresses().size() - pages.size(),
                read.passed());
        audit.record(who, "watch.act.pages", "portal:" + portal.id(),
                added + " " + pages.keySet().stream().findFirst().orElse(""));
        return taken;
    }

    /** The portal whose home this is, as a prompt names one. */
    public Optional<Long> portal(String home) {
        return portals.active(time.instant()).stream()
                .filter(portal -> Url.parse(home).map(Url::key)
                        .equals(Url.parse(portal.home()).map(Url::key)))
                .map(Watched::id).findFirst();
    }
}
