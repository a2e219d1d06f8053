package vn.vonggac.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the pages of a portal have in common: the hosts ever linked to, the templates, and how many pages speak of
 * each topic. Never changed: learning gives the next state, the same one when there was nothing to learn.
 */
public final class PortalBaseline {

    private static final PortalBaseline EMPTY = new PortalBaseline(0, Set.of(), List.of(), Map.of());
    private static final double SAME_TEMPLATE = 0.2;
    private static final int MOST_TEMPLATES = 64;

    private final int pages;
    private final Set<String> hosts;
    private final List<String> templates;
    private final Map<String, Integer> topics;

    private PortalBaseline(int pages, Set<String> hosts, List<String> templates,
            Map<String, Integer> topics) {
        this.pages = pages;
        this.hosts = hosts;
        this.templates = templates;
        this.topics = topics;
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
        Set<String> more = Contents.of(page).hosts();
        Set<String> nextHosts = hosts.containsAll(more) ? hosts : union(more);
        List<String> nextTemplates = knowsTemplate(page) ? templates : withTemplate(page.profile());
        return new PortalBaseline(pages + 1, nextHosts, nextTemplates, counted(spoken));
    }

    private Set<String> union(Set<String> more) {
        Set<String> all = new HashSet<>(hosts);
        all.addAll(more);
        return Set.copyOf(all);
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
        Map<String, Integer> counted = new HashMap<>(topics);
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
        return templates.stream()
                .anyMatch(known -> Profile.distance(known, page.profile()) <= SAME_TEMPLATE);
    }

    /** The share of pages that speak of a topic. */
    public double share(String topic) {
        return pages == 0 ? 0 : (double) topics.getOrDefault(topic, 0) / pages;
    }
}
