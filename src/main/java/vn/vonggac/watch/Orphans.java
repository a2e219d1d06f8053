package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;
import vn.vonggac.page.Format;
import vn.vonggac.page.PageContent;

/**
 * Pages that are known, by a site map, a list, or from earlier, and to which no page of their portal leads: since the
 * last link to them was read, every page was read again. Planted pages lie so. Where many of a portal's pages do,
 * its older ones as a rule, none stands out.
 */
@Singleton
final class Orphans {

    /** When it is taken in again where a page leads that says the same; how old the last word of a link may be. */
    static final Duration READ_AGAIN = Duration.ofDays(1);
    private static final Set<Format> LEADING = EnumSet.of(Format.HTML, Format.PDF);
    private static final Duration COUNTED = Duration.ofHours(1);
    private static final int SHARE = 10;
    private static final int FEW = 10;

    private final FrontierRows rows;
    private final Map<Long, Counted> portals = new ConcurrentHashMap<>();

    Orphans(FrontierRows rows) {
        this.rows = rows;
    }

    /** Until when a link would have been read again, and whether few pages have none, as counted at a moment. */
    private record Counted(Instant at, Instant before, boolean few) {}

    /** Whether somebody who reads it is led on; site maps and feeds only list. */
    static boolean leads(PageContent content) {
        return LEADING.contains(content.format());
    }

    /** Takes in that a page leads to these. */
    void linked(long portal, Collection<String> urls, Instant now) {
        if (!urls.isEmpty()) {
            rows.linked(portal, urls.stream().map(DigestUtils::sha256Hex).toList(), now,
                    now.minus(READ_AGAIN));
        }
    }

    boolean contains(FrontierPage page, Instant now) {
        if (!page.source().usuallyLinked() || page.failures() > 0) {
            return false;
        }
        Counted counted = portals.compute(page.portalId(), (portal, before) -> before != null
                && Duration.between(before.at(), now).abs().compareTo(COUNTED) < 0
                        ? before
                        : count(portal, now));
        return counted.few() && linkedBefore(page, counted.before());
    }

    private boolean linkedBefore(FrontierPage page, Instant before) {
        Instant last = rows.linkedAt(page.id());
        return last == null || last.isBefore(before);
    }

    private Counted count(long portal, Instant now) {
        Instant read = rows.linksReadSince(portal);
        Instant before = read == null ? Instant.EPOCH : read.minus(READ_AGAIN);
        long orphans = rows.notLinkedSince(portal, before);
        return new Counted(now, before, orphans <= FEW || orphans * SHARE <= rows.seen(portal));
    }
}
