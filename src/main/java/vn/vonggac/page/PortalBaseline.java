package vn.vonggac.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the pages of a portal have in common: the hosts ever linked to, what ever hung on a page, the templates, and
 * how many pages speak of each topic. Never changed: learning gives the next state.
 */
public final class PortalBaseline {

    private static final PortalBaseline EMPTY = new PortalBaseline(0, Set.of(), List.of(), Map.of(),
            Seen.NOTHING);
    private static final double SAME_TEMPLATE = 0.2;
    private static final int MOST_TEMPLATES = 64;
    private static final int MOST_HOSTS = 50_000;

    final int pages;
    final Set<String> hosts;
    final List<String> templates;
    final Map<String, Integer> topics;
    final Seen seen;

    /** What ever hung on a page, by what it says. */
    record Seen(LongSet links, LongSet scripts, LongSet frames, LongSet forms, LongSet metas) {

        static final Seen NOTHING = new Seen(LongSet.EMPTY, LongSet.EMPTY, LongSet.EMPTY, LongSet.EMPTY,
                LongSet.EMPTY);

        Seen with(PageContent page) {
            return new Seen(add(links, page.links().stream().filter(Link::outbound).toList(), Sort.LINKS),
                    add(scripts, page.scripts(), Sort.SCRIPTS), add(frames, page.frames(), Sort.FRAMES),
                    add(forms, page.forms(), Sort.FORMS), add(metas, page.metas(), Sort.METAS));
        }

        private static <T> LongSet add(LongSet known, List<T> items, Sort<T> sort) {
            return known.with(items.stream().mapToLong(sort::saysAnywhere));
        }

        Seen forget(Parts parts) {
            return new Seen(drop(links, parts.links(), Sort.LINKS),
                    drop(scripts, parts.scripts(), Sort.SCRIPTS),
                    drop(frames, parts.frames(), Sort.FRAMES), drop(forms, parts.forms(), Sort.FORMS),
                    drop(metas, parts.metas(), Sort.METAS));
        }

        private static <T> LongSet drop(LongSet known, List<T> items, Sort<T> sort) {
            LongSet gone = LongSet.of(items.stream().mapToLong(sort::saysAnywhere));
            return LongSet.of(known.stream().filter(hash -> !gone.contains(hash)));
        }

        Parts without(Parts parts) {
            return new Parts(never(links, parts.links(), Sort.LINKS),
                    never(scripts, parts.scripts(), Sort.SCRIPTS),
                    never(frames, parts.frames(), Sort.FRAMES), never(forms, parts.forms(), Sort.FORMS),
                    never(metas, parts.metas(), Sort.METAS));
        }

        private static <T> List<T> never(LongSet known, List<T> items, Sort<T> sort) {
            return items.stream().filter(item -> !known.contains(sort.saysAnywhere(item))).toList();
        }
    }

    PortalBaseline(int pages, Set<String> hosts, List<String> templates, Map<String, Integer> topics,
            Seen seen) {
        this.pages = pages;
        this.hosts = hosts;
        this.templates = templates;
        this.topics = topics;
        this.seen = seen;
    }

    /** Nothing seen yet. */
    public static PortalBaseline empty() {
        return EMPTY;
    }

    public PortalBaseline learn(PageContent page) {
        return learn(page, Set.of());
    }

    /** What is common after one more page that speaks of these topics. */
    public PortalBaseline learn(PageContent page, Collection<String> spoken) {
        List<String> nextTemplates = knowsTemplate(page) ? templates : withTemplate(page.profile());
        return new PortalBaseline(pages + 1, withHosts(page), nextTemplates, counted(spoken),
                seen.with(page));
    }

    /** What is common now that a reviewer called what this change brought wrong. */
    public PortalBaseline reject(Change change) {
        Set<String> rest = new HashSet<>(hosts);
        rest.removeAll(change.newHosts());
        return new PortalBaseline(pages, Set.copyOf(rest), templates, topics, seen.forget(change.appeared()));
    }

    private Set<String> withHosts(PageContent page) {
        Set<String> now = OutboundHosts.of(page);
        if (hosts.containsAll(now) || hosts.size() > MOST_HOSTS) {
            return hosts;
        }
        now.addAll(hosts);
        return Set.copyOf(now);
    }

    private List<String> withTemplate(String profile) {
        List<String> all = new ArrayList<>(templates);
        all.add(profile);
        return List.copyOf(all.subList(Math.max(0, all.size() - MOST_TEMPLATES), all.size()));
    }

    private Map<String, Integer> counted(Collection<String> spoken) {
        if (spoken.isEmpty()) {
            return topics;
        }
        Map<String, Integer> counted = new TreeMap<>(topics);
        Set.copyOf(spoken).forEach(topic -> counted.merge(topic, 1, Integer::sum));
        return Map.copyOf(counted);
    }

    /** Outbound hosts ever seen on a page of the portal. */
    public Set<String> hosts() {
        return hosts;
    }

    /** Whether nothing is known of the portal. */
    public boolean isEmpty() {
        return pages == 0;
    }

    /** Whether a page is made like others of the portal: then it is an ordinary new page. */
    public boolean knowsTemplate(PageContent page) {
        return templates.stream().anyMatch(known -> Profile.distance(known, page.profile()) <= SAME_TEMPLATE);
    }

    /** The share of pages that speak of a topic: what is normal here. */
    public double share(String topic) {
        return pages == 0 ? 0 : (double) topics.getOrDefault(topic, 0) / pages;
    }

    /** All that was learned, in a few kilobytes. */
    public byte[] bytes() {
        return Packing.bytes(this);
    }

    /** Reads what {@link #bytes} gave; empty when it was damaged or is of another version. */
    public static Optional<PortalBaseline> read(byte[] bytes) {
        return Packing.portal(bytes);
    }

    /** What of this never hung on any page of the portal. */
    Parts never(Parts parts) {
        return seen.without(parts);
    }

    Set<String> neverLinked(Set<String> some) {
        Set<String> never = new TreeSet<>(some);
        never.removeAll(hosts);
        return never;
    }
}
