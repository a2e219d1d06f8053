package vn.vonggac.page;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a page normally says, learned over visits and time. Never changed: {@link #learn} gives the next state. A
 * visit counts by the time it stands for, so that a dense rhythm does not make a page known in minutes.
 */
public final class Baseline {

    private static final int ENOUGH_VISITS = 5;
    private static final Duration ENOUGH_TIME = Duration.ofHours(24);
    private static final Duration FULL_VISIT = Duration.ofHours(24);
    private static final float LEAST_VISIT = 0.02f;
    private static final float REACH = 10;
    private static final Baseline EMPTY = new Baseline(0, false, Optional.empty(), Optional.empty(), 0,
            Memory.empty(), Memory.empty(), Memory.empty(), Memory.empty(), Memory.empty(), Memory.empty(),
            Map.of(), Set.of(), "", "", "", 0);

    final int visits;
    private final boolean full;
    private final Optional<Instant> since;
    private final Optional<Instant> last;
    private final float weight;
    final Memory<Block> blocks;
    final Memory<Link> links;
    final Memory<Script> scripts;
    final Memory<Frame> frames;
    final Memory<Form> forms;
    final Memory<Meta> metas;
    /** By tag path: how often what stands there changed, fading with time. */
    private final Map<String, Float> changes;
    final Set<String> hosts;
    final String title;
    final String language;
    final String profile;
    final double size;

    private Baseline(int visits, boolean full, Optional<Instant> since, Optional<Instant> last, float weight,
            Memory<Block> blocks, Memory<Link> links, Memory<Script> scripts, Memory<Frame> frames,
            Memory<Form> forms, Memory<Meta> metas, Map<String, Float> changes, Set<String> hosts,
            String title, String language, String profile, double size) {
        this.visits = visits;
        this.full = full;
        this.since = since;
        this.last = last;
        this.weight = weight;
        this.blocks = blocks;
        this.links = links;
        this.scripts = scripts;
        this.frames = frames;
        this.forms = forms;
        this.metas = metas;
        this.changes = changes;
        this.hosts = hosts;
        this.title = title;
        this.language = language;
        this.profile = profile;
        this.size = size;
    }

    /** Nothing seen yet. */
    public static Baseline empty() {
        return EMPTY;
    }

    /** All that is normal is on this page. */
    public static Baseline learned(PageContent page) {
        return EMPTY.next(page, Optional.empty(), true);
    }

    /** What is normal after one more visit. */
    public Baseline learn(PageContent page, Instant at) {
        return next(page, Optional.of(at), full);
    }

    private Baseline next(PageContent page, Optional<Instant> at, boolean known) {
        float visit = weightOf(at);
        float total = Math.min(weight + visit, REACH);
        float share = visit / total;
        Contents now = Contents.of(page);
        return new Baseline(visits + 1, known, since.or(() -> at), at, total,
                blocks.learn(now.blocks(), share),
                links.learn(now.links(), share), scripts.learn(now.scripts(), share),
                frames.learn(now.frames(), share), forms.learn(now.forms(), share),
                metas.learn(now.metas(), share), changed(now, share), union(hosts, now.hosts()), page.title(),
                page.language().orElse(""), page.profile(),
                visits == 0 ? page.size() : size + (page.size() - size) * share);
    }

    /** How much one visit counts: a day, or the time since the one before. */
    private float weightOf(Optional<Instant> at) {
        if (last.isEmpty() || at.isEmpty()) {
            return 1;
        }
        float days = (float) Duration.between(last.get(), at.get()).toMillis() / FULL_VISIT.toMillis();
        return Math.clamp(days, LEAST_VISIT, 1);
    }

    private Map<String, Float> changed(Contents now, float share) {
        if (visits == 0) {
            return Map.of();
        }
        Set<String> paths = new HashSet<>();
        blocks.unlike(now.blocks()).forEach(block -> paths.add(block.place().path()));
        Map<String, Float> next = new HashMap<>();
        changes.forEach((path, count) -> next.put(path, count * (1 - share)));
        paths.forEach(path -> next.merge(path, 1f, Float::sum));
        next.values().removeIf(count -> count < 0.1f);
        return next;
    }

    private static Set<String> union(Set<String> known, Set<String> more) {
        if (known.containsAll(more)) {
            return known;
        }
        Set<String> all = new HashSet<>(known);
        all.addAll(more);
        return Set.copyOf(all);
    }

    /** How often what stands at this tag path changed, as far as is remembered. */
    float changesAt(String path) {
        return changes.getOrDefault(path, 0f);
    }

    /** Whether enough was seen to call something new. */
    public boolean learned() {
        return full || visits >= ENOUGH_VISITS && !lasted().minus(ENOUGH_TIME).isNegative();
    }

    private Duration lasted() {
        return since.isPresent() && last.isPresent()
                ? Duration.between(since.get(), last.get())
                : Duration.ZERO;
    }

    /** How far it has come, in words. */
    public String state() {
        String from = since.map(moment -> ", since " + moment).orElse("");
        return learned() ? "learned" : "learning (" + visits + " visits" + from + ")";
    }

    /** What is different now, on a page of which the portal is not known. */
    public Change compare(PageContent page) {
        return compare(page, PortalBaseline.empty());
    }

    /** What is different now, for the page and for its portal. */
    public Change compare(PageContent page, PortalBaseline portal) {
        return Comparison.of(this, page, portal);
    }
}
