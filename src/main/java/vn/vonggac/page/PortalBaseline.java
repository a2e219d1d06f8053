package vn.vonggac.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the pages of a portal have in common: the hosts they lead to, what hangs on them, how they are made and what
 * they speak of. Hosts and parts are learned at every visit; template and words of a page only once it is known
 * itself, so that what was planted yesterday is no template today. Never changed: learning gives the next state, and
 * the same one where nothing was new.
 */
public final class PortalBaseline {

    private static final PortalBaseline EMPTY = new PortalBaseline(
            new Learning(0, Optional.empty(), Optional.empty(), Patience.USUAL), Map.of(), PortalParts.NONE,
            Manner.UNKNOWN);
    static final int MOST_HOSTS = 8_000;
    private static final int VISITS_TO_A_FEW = 100;

    final Learning learning;
    final Map<String, Integer> hosts;
    final PortalParts parts;
    final Manner manner;

    /** Clean visits, counted until enough pages are known, the first of them, and when a page last became known. */
    record Learning(int visits, Optional<Instant> since, Optional<Instant> last, Patience patience) {

        Learning visited(Instant at) {
            return new Learning(visits + 1, since.or(() -> Optional.of(at)), last, patience);
        }

        Learning known(Instant at) {
            return new Learning(visits, since, Optional.of(at), patience);
        }

        boolean lasted() {
            return since.isPresent() && last.isPresent()
                    && Duration.between(since.get(), last.get()).compareTo(patience.time()) >= 0;
        }
    }

    /** A host that pages lead to, and how many of them. */
    public record UsualHost(String host, int pages) {}

    PortalBaseline(Learning learning, Map<String, Integer> hosts, PortalParts parts, Manner manner) {
        this.learning = learning;
        this.hosts = hosts;
        this.parts = parts;
        this.manner = manner;
    }

    /** Nothing seen yet. */
    public static PortalBaseline empty() {
        return EMPTY;
    }

    /** All that the portal has is on these pages. */
    public static PortalBaseline learned(List<PageContent> pages) {
        PortalBaseline portal = EMPTY.with(Patience.NONE);
        Baseline unknown = Baseline.empty().with(Patience.NONE);
        for (PageContent page : pages) {
            portal = portal.learn(new Lesson(page, Optional.empty(), Set.of()), unknown, Instant.EPOCH);
        }
        return portal;
    }

    /** The same knowledge, called enough sooner or later. */
    PortalBaseline with(Patience patience) {
        return new PortalBaseline(
                new Learning(learning.visits(), learning.since(), learning.last(), patience), hosts, parts,
                manner);
    }

    /** What is common after one more clean visit to a page of which this much was known before. */
    public PortalBaseline learn(Lesson lesson, Baseline before, Instant at) {
        PortalBaseline met = meet(lesson, before)
                .with(learned() ? learning : learning.visited(at), manner);
        if (lesson.content().format() != Format.HTML) {
            return met;
        }
        if (before.learned()) {
            return met.with(met.learning, manner.hear(lesson.added()));
        }
        return before.knownAt(at) ? met.with(met.learning.known(at), manner.take(lesson)) : met;
    }

    /** What is common now that a reviewer called this page normal. */
    PortalBaseline accept(PageContent page, Baseline before) {
        return meet(new Lesson(page, Optional.empty(), Set.of()), before).with(learning, manner.accept(page));
    }

    private PortalBaseline meet(Lesson lesson, Baseline before) {
        Map<String, Integer> all = withHosts(lesson.content(), before);
        PortalParts more = parts.with(lesson.parts());
        return all == hosts && more == parts ? this : new PortalBaseline(learning, all, more, manner);
    }

    private PortalBaseline with(Learning next, Manner other) {
        return next.equals(learning) && other == manner
                ? this
                : new PortalBaseline(next, hosts, parts, other);
    }

    /** Each page counts once for a host. */
    private Map<String, Integer> withHosts(PageContent page, Baseline before) {
        Set<String> fresh = OutboundHosts.of(page);
        fresh.removeIf(host -> hosts.containsKey(host)
                ? before.hosts.contains(host)
                : hosts.size() >= MOST_HOSTS);
        if (fresh.isEmpty()) {
            return hosts;
        }
        Map<String, Integer> all = new HashMap<>(hosts);
        fresh.stream().filter(host -> all.containsKey(host) || all.size() < MOST_HOSTS)
                .forEach(host -> all.merge(host, 1, Integer::sum));
        return Map.copyOf(all);
    }

    /** What is common now that a reviewer called what this change brought to the page wrong. */
    public PortalBaseline reject(PageContent page, Change change) {
        Map<String, Integer> rest = new HashMap<>(hosts);
        rest.keySet().removeAll(change.newHosts());
        return new PortalBaseline(learning, Map.copyOf(rest), parts.forget(change.appeared()),
                manner.forget(page, change));
    }

    /** What of a page is new to the portal; of a page that is known, and changed like this, what came into it. */
    public Novelty novelty(PageContent page, Optional<Change> change) {
        if (!learned() || !knowsPages() || page.format() != Format.HTML) {
            return change.map(known -> new Novelty(known.newPortalHosts(), 0, 0, List.of()))
                    .orElse(Novelty.NONE);
        }
        Manner.Foreign foreign = manner.foreign(change.map(Change::added).orElse(page.blocks()));
        return change
                .map(known -> new Novelty(known.newPortalHosts(), 0, foreign.unexpected(), foreign.words()))
                .orElseGet(() -> new Novelty(neverLinked(OutboundHosts.elsewhere(page)),
                        manner.unexpectedTemplate(page), foreign.unexpected(), foreign.words()));
    }

    /** Whether a page is made like others of the portal: then it is an ordinary new page. */
    public boolean knowsTemplate(PageContent page) {
        return manner.knowsTemplate(page);
    }

    /** Whether a signature matches on so many pages of the portal that are well that it is what they speak of. */
    public boolean speaksOf(String signature) {
        return manner.speaksOf(signature);
    }

    /** Whether pages enough are known, for long enough, or a few for very long. */
    public boolean learned() {
        return learning.lasted() && (knowsPages() || learning.visits() >= VISITS_TO_A_FEW);
    }

    /** Whether pages enough are known to call another one strange. */
    private boolean knowsPages() {
        return manner.pages() >= learning.patience().visits();
    }

    /** How many clean visits it was learned from; counted no further once that was enough. */
    public int visits() {
        return learning.visits();
    }

    /** How many pages were known well enough to learn templates and words from. */
    public int pages() {
        return manner.pages();
    }

    /** Since when it is learned; empty before the first visit. */
    public Optional<Instant> since() {
        return learning.since();
    }

    /** The first moment at which it can have been known; empty while it is not. */
    public Optional<Instant> knownFrom() {
        return since().filter(first -> learned()).map(first -> first.plus(learning.patience().time()));
    }

    /** How many ways its pages are made. */
    public int templates() {
        return manner.templates().size();
    }

    /** How many different words its pages use. */
    public int words() {
        return manner.vocabulary().size();
    }

    /** The signatures that are what its pages speak of, by name. */
    public List<String> topics() {
        return manner.spoken().keySet().stream().filter(this::speaksOf).sorted().toList();
    }

    /** Outbound hosts ever seen on a page of the portal, those of most pages first. */
    public Stream<UsualHost> usualHosts() {
        return hosts.entrySet().stream().map(host -> new UsualHost(host.getKey(), host.getValue()))
                .sorted(Comparator.comparingInt(UsualHost::pages).reversed()
                        .thenComparing(UsualHost::host));
    }

    /** All that was learned, in a few kilobytes. */
    public byte[] bytes() {
        return PortalPacking.bytes(this);
    }

    /** Reads what {@link #bytes} gave; empty when it was damaged or is of another version. */
    public static Optional<PortalBaseline> read(byte[] bytes) {
        return PortalPacking.portal(bytes);
    }

    /** What of this never hung on any page of the portal; links go by their hosts. */
    Parts never(Parts some) {
        return new Parts(
                some.links().stream().filter(link -> link.outbound() && isNever(link.host())).toList(),
                PortalParts.never(parts.scripts(), some.scripts(), Sort.SCRIPTS),
                PortalParts.never(parts.frames(), some.frames(), Sort.FRAMES),
                PortalParts.never(parts.forms(), some.forms(), Sort.FORMS),
                PortalParts.never(parts.metas(), some.metas(), Sort.METAS));
    }

    /** One more host of a portal that leads to more than can be known says nothing. */
    private boolean isNever(String host) {
        return hosts.size() < MOST_HOSTS && !hosts.containsKey(host);
    }

    Set<String> neverLinked(Set<String> some) {
        Set<String> never = new TreeSet<>(some);
        never.removeIf(host -> !isNever(host));
        return never;
    }
}
