package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import vn.vonggac.page.Dated;
import vn.vonggac.page.Link;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.Script;
import vn.vonggac.watch.FrontierPage.Source;

/** The pages of the portals and when each is due. */
@Singleton
final class Frontier {

    private static final int MOST_LINKS = 5_000;
    private static final int MOST_PARTS = 100;
    private static final int MIXED = 9_000;
    /** So many pages one reading of a site map makes due, a small part of what an hour's budget holds. */
    private static final int MOST_LISTED = 50;
    /** What was looked at before that is due anyway. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final FrontierRows rows;
    private final Families families;
    private final Orphans orphans;
    private final WatchConfig config;

    Frontier(FrontierRows rows, Families families, Orphans orphans, WatchConfig config) {
        this.rows = rows;
        this.families = families;
        this.orphans = orphans;
        this.config = config;
    }

    /** The portal's home page, known from the start; a portal whose address was changed has a new one. */
    FrontierPage home(Watched portal, Instant now) {
        String url = Addresses.page(portal.home()).orElse(portal.home());
        return rows.home(portal.id()).filter(page -> page.url().equals(url))
                .orElseGet(() -> newHome(portal, url, now));
    }

    private FrontierPage newHome(Watched portal, String url, Instant now) {
        Optional<FrontierPage> known = rows.findByPortalIdAndUrlHash(portal.id(), DigestUtils.sha256Hex(url));
        FrontierPage home = FrontierPage.found(portal.id(), url, Source.HOME, 0, now);
        return known.isEmpty() ? rows.save(home) : rows.update(home.insteadOf(known.get()));
    }

    List<FrontierPage> due(long portal, Instant now, int most) {
        return most <= 0 ? List.of() : rows.due(portal, now, 1 + now.getEpochSecond() % MIXED, most);
    }

    /** Whether a page that was due still is: one found in a loop may have been let go meanwhile. */
    boolean waits(FrontierPage page, Instant now) {
        return page.visits() > 0 || rows.waits(page.id(), now) == 1;
    }

    /** A page somebody asked for by its address, known from now on. */
    FrontierPage page(long portal, String url, Instant now) {
        FrontierPage page = known(portal, url, Source.WANTED, now);
        return page.id() == 0 ? rows.save(page) : page;
    }

    /** The page as the watch knows it, or as it would begin to know it; nothing is kept. */
    FrontierPage known(long portal, String url, Source source, Instant now) {
        return rows.findByPortalIdAndUrlHash(portal, DigestUtils.sha256Hex(url))
                .orElseGet(() -> FrontierPage.found(portal, url, source, 1, now));
    }

    void keep(FrontierPage page) {
        rows.update(page);
    }

    /** Takes in that a page was looked at for the first time and what it said. */
    void read(FrontierPage page, PageContent content, Instant now) {
        if (page.visits() == 0 && page.source() == Source.LINK) {
            families.read(page.portalId(), page.url(), content, now);
        }
    }

    /** Takes in what a page points to, as far as it belongs to the portal and there is room. */
    int grow(Watched portal, FrontierPage from, PageContent content, Instant now) {
        Map<String, Source> found = found(portal, from, content);
        boolean leads = Orphans.leads(content);
        if (leads) {
            orphans.linked(portal.id(), found.keySet(), now);
        }
        return from.depth() >= config.depth()
                ? 0
                : add(portal.id(), found, from.depth() + 1, now, leads ? now : null);
    }

    private static Map<String, Source> found(Watched portal, FrontierPage from, PageContent content) {
        Map<String, Source> found = new LinkedHashMap<>();
        for (Link link : content.links().subList(0, Math.min(content.links().size(), MOST_LINKS))) {
            Source source = link.hidden().isPresent() ? Source.HIDDEN_LINK : Source.LINK;
            Addresses.page(link.target()).filter(portal.inScope())
                    .ifPresent(url -> found.putIfAbsent(url, source));
        }
        if (from.source() == Source.ROBOTS) {
            found.putAll(SiteFiles.named(portal, content.visibleText()));
        }
        found.putAll(parts(portal, content));
        content.embeds().stream().filter(embed -> embed.tag().equals("feed"))
                .forEach(embed -> Addresses.page(embed.source()).filter(portal.inScope())
                        .ifPresent(url -> found.putIfAbsent(url, Source.FEED)));
        content.forms().stream().filter(form -> form.method().equals("get"))
                .forEach(form -> Addresses.page(form.action()).filter(portal.inScope())
                        .ifPresent(url -> found.putIfAbsent(url, Source.FORM)));
        content.canonical().flatMap(Addresses::page).filter(portal.inScope())
                .ifPresent(url -> found.putIfAbsent(url, Source.CANONICAL));
        Addresses.page(content.url()).filter(portal.inScope())
                .ifPresent(url -> found.putIfAbsent(url, Source.REDIRECT));
        found.remove(from.url());
        return found;
    }

    /** The portal's own scripts and style sheets. */
    private static Map<String, Source> parts(Watched portal, PageContent content) {
        Map<String, Source> parts = new LinkedHashMap<>();
        content.scripts().stream().map(Script::source).filter(source -> !source.isEmpty()).limit(MOST_PARTS)
                .forEach(source -> Addresses.part(source).filter(portal.inScope())
                        .ifPresent(url -> parts.put(url, Source.SCRIPT)));
        content.embeds().stream().filter(embed -> embed.tag().equals("stylesheet")).limit(MOST_PARTS)
                .forEach(embed -> Addresses.part(embed.source()).filter(portal.inScope())
                        .ifPresent(url -> parts.put(url, Source.STYLESHEET)));
        return parts;
    }

    /** Takes in pages that somebody or something names; no page of the portal is known to lead to them. */
    int add(long portal, Map<String, Source> found, int depth, Instant now) {
        return add(portal, found, depth, now, null);
    }

    private int add(long portal, Map<String, Source> found, int depth, Instant now,
            @Nullable Instant linkedAt) {
        Map<String, Source> fresh = new LinkedHashMap<>(found);
        Set<String> known = found.isEmpty() ? Set.of() : known(portal, found.keySet());
        fresh.keySet().removeIf(url -> known.contains(DigestUtils.sha256Hex(url)));
        if (fresh.isEmpty()) {
            return 0;
        }
        Map<String, Long> room = families.room(portal);
        fresh.entrySet().removeIf(page -> page.getValue() == Source.LINK
                && !Families.take(room, Family.of(page.getKey())));
        fresh.keySet().retainAll(Set.copyOf(fitting(portal, List.copyOf(fresh.keySet()))));
        fresh.forEach((url, source) -> rows.add(portal, url, DigestUtils.sha256Hex(url), source.name(),
                Addresses.section(url), Family.of(url), depth, now, linkedAt));
        return fresh.size();
    }

    /** As many as there is room for. Where there is none, the section with the most pages waiting makes some for others. */
    private List<String> fitting(long portal, List<String> urls) {
        long room = config.pages() - rows.count(portal);
        if (urls.size() <= room) {
            return urls;
        }
        String crowded = rows.crowded(portal).orElse("");
        List<String> others = urls.stream().filter(url -> !Addresses.section(url).equals(crowded)).toList();
        int missing = (int) Math.max(0, others.size() - room);
        long gained = missing == 0 ? 0 : rows.letGo(portal, crowded, missing);
        return (others.isEmpty() ? urls : others).stream().limit(Math.max(0, room + gained)).toList();
    }

    private Set<String> known(long portal, Collection<String> urls) {
        return new HashSet<>(rows.known(portal, urls.stream().map(DigestUtils::sha256Hex).toList()));
    }

    /**
     * Makes due what a site map says has changed since it was looked at: so many at once, those looked at longest ago first,
     * and each no oftener than every page is looked at anyway. Whoever says so of every page each time gains nothing.
     */
    int listed(Watched portal, PageContent siteMap, Instant now) {
        Map<String, Instant> changed = new HashMap<>();
        siteMap.dated().stream()
                .filter(page -> page.at().isAfter(now.minus(REMEMBERED)) && !page.at().isAfter(now))
                .sorted(Comparator.comparing(Dated::at).reversed()).limit(MOST_LINKS)
                .forEach(page -> Addresses.page(page.target()).filter(portal.inScope())
                        .ifPresent(url -> changed.putIfAbsent(DigestUtils.sha256Hex(url), page.at())));
        if (changed.isEmpty()) {
            return 0;
        }
        List<Long> due = rows
                .notListedSince(portal.id(), changed.keySet(), now, now.minus(config.everyPage())).stream()
                .filter(page -> page.visitedBefore(changed.getOrDefault(page.urlHash(), Instant.EPOCH)))
                .map(FrontierPage::id).limit(MOST_LISTED).toList();
        if (!due.isEmpty()) {
            rows.listed(due, now);
        }
        return due.size();
    }

    /** Everything already looked at is looked at again, under every view: something is wrong on the portal. */
    void lookAtAllAgain(long portal, Instant now) {
        rows.lookAtAllAgain(portal, now);
    }

    /** Pages that other rules judged last, those looked at last first. */
    List<FrontierPage> judgedByOthers(String now, int most) {
        return rows.judgedByOthers(now, most);
    }

    void rejudged(FrontierPage page, String by, boolean clean) {
        Known known = page.known().rejudged(by, clean);
        rows.rejudged(page.id(), page.known().rules(), known.rules(), known.body());
    }

    void lookAgain(FrontierPage page, Instant now) {
        rows.lookAgain(page.id(), now);
    }

    /** A style sheet is another one: what it hides or shows, only reading tells. */
    void readAllAgain(long portal) {
        rows.readAllAgain(portal);
    }
}
