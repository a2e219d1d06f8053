package vn.vonggac.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a page normally says, learned over visits and time. Never changed: {@link #learn} gives the next state. A
 * visit counts by the time it stands for, so that a dense rhythm does not make a page known in minutes.
 */
public final class Baseline {

    private static final Duration FULL_VISIT = Duration.ofHours(24);
    private static final float LEAST_VISIT = 0.02f;
    /** In full visits: how far back what was seen still counts. */
    private static final float REACH = 10;
    private static final float ACCEPTED = 0.5f;
    private static final int MOST_HOSTS = 5_000;
    private static final Baseline EMPTY = new Baseline(
            new Learning(0, false, Optional.empty(), Optional.empty(), 0, Patience.USUAL),
            Memory.empty(Sort.BLOCKS), Memory.empty(Sort.LINKS), Memory.empty(Sort.SCRIPTS),
            Memory.empty(Sort.FRAMES), Memory.empty(Sort.FORMS), Memory.empty(Sort.METAS),
            Memory.empty(Sort.WORDS), Memory.empty(Sort.WORDS), Set.of(), "", "", 0);

    final Learning learning;
    final Memory<Block> blocks;
    final Memory<Link> links;
    final Memory<Script> scripts;
    final Memory<Frame> frames;
    final Memory<Form> forms;
    final Memory<Meta> metas;
    final Memory<String> profiles;
    final Memory<String> titleWords;
    final Set<String> hosts;
    final String title;
    final String language;
    final double size;

    /** How long and how often the page was looked at; the weight is in full visits. */
    record Learning(int visits, boolean given, Optional<Instant> since, Optional<Instant> last,
            float weight, Patience patience) {

        Learning next(Optional<Instant> at, boolean known) {
            return new Learning(visits + 1, known, since.or(() -> at), at,
                    Math.min(weight + visit(at), REACH), patience);
        }

        /** How much a visit counts: a day, or the time since the one before. */
        float visit(Optional<Instant> at) {
            if (last.isEmpty() || at.isEmpty()) {
                return 1;
            }
            float full = (float) Duration.between(last.get(), at.get()).toMillis() / FULL_VISIT.toMillis();
            return Math.clamp(full, LEAST_VISIT, 1);
        }

        boolean isEnough() {
            return given || visits >= patience.visits() && lasted().compareTo(patience.time()) >= 0;
        }

        private Duration lasted() {
            return since.isPresent() && last.isPresent()
                    ? Duration.between(since.get(), last.get())
                    : Duration.ZERO;
        }
    }

    Baseline(Learning learning, Memory<Block> blocks, Memory<Link> links, Memory<Script> scripts,
            Memory<Frame> frames, Memory<Form> forms, Memory<Meta> metas, Memory<String> profiles,
            Memory<String> titleWords, Set<String> hosts, String title, String language, double size) {
        this.learning = learning;
        this.blocks = blocks;
        this.links = links;
        this.scripts = scripts;
        this.frames = frames;
        this.forms = forms;
        this.metas = metas;
        this.profiles = profiles;
        this.titleWords = titleWords;
        this.hosts = hosts;
        this.title = title;
        this.language = language;
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
        return next(page, Optional.of(at), learning.given());
    }

    /** What is normal after one more visit that brought the very bytes of the one before. */
    Baseline learnAgain(Instant at) {
        Learning next = learning.next(Optional.of(at), learning.given());
        float share = learning.visit(Optional.of(at)) / next.weight();
        return new Baseline(next, blocks.again(share), links.again(share), scripts.again(share),
                frames.again(share), forms.again(share), metas.again(share), profiles.again(share),
                titleWords.again(share), hosts, title, language, size);
    }

    /** The same knowledge, called enough sooner or later. */
    Baseline with(Patience patience) {
        Learning other = new Learning(learning.visits(), learning.given(), learning.since(), learning.last(),
                learning.weight(), patience);
        return new Baseline(other, blocks, links, scripts, frames, forms, metas, profiles, titleWords, hosts,
                title, language, size);
    }

    /** What is normal now that a reviewer called this page normal: it counts as much as all that was seen before. */
    public Baseline accept(PageContent page, Instant at) {
        return next(page, learning.next(Optional.of(at), learning.given()), ACCEPTED);
    }

    /** What is normal now that a reviewer called what this change brought to the page wrong: it is forgotten, if it was learned. */
    public Baseline reject(PageContent page, Change change) {
        Parts wrong = change.appeared();
        Set<String> rest = new HashSet<>(hosts);
        rest.removeAll(change.newHosts());
        return new Baseline(learning, blocks.without(change.added()), links.without(wrong.links()),
                scripts.without(wrong.scripts()), frames.without(wrong.frames()),
                forms.without(wrong.forms()),
                metas.without(wrong.metas()),
                change.otherTemplate() ? profiles.without(List.of(page.profile())) : profiles,
                titleWords.without(broughtByTitle(change)), Set.copyOf(rest),
                title.equals(change.titleAfter()) ? change.titleBefore() : title, language, size);
    }

    private static List<String> broughtByTitle(Change change) {
        List<String> brought = new ArrayList<>(words(change.titleAfter()));
        brought.removeAll(words(change.titleBefore()));
        return brought;
    }

    private Baseline next(PageContent page, Optional<Instant> at, boolean known) {
        Learning next = learning.next(at, known);
        return next(page, next, learning.visit(at) / next.weight());
    }

    private Baseline next(PageContent page, Learning next, float share) {
        return new Baseline(next, blocks.learn(page.blocks(), share), links.learn(page.links(), share),
                scripts.learn(page.scripts(), share), frames.learn(page.frames(), share),
                forms.learn(page.forms(), share), metas.learn(page.metas(), share),
                profiles.learn(List.of(page.profile()), share), titleWords.learn(words(page.title()), share),
                withHosts(page), page.title(), page.language().orElse(""),
                size + (page.size() - size) * share);
    }

    private Set<String> withHosts(PageContent page) {
        Set<String> now = OutboundHosts.of(page);
        if (hosts.containsAll(now) || hosts.size() > MOST_HOSTS) {
            return hosts;
        }
        now.addAll(hosts);
        return Set.copyOf(now);
    }

    private static List<String> words(String title) {
        return Arrays.asList(Mask.NUMBERS.of(title).split(" "));
    }

    /** Whether enough was seen to call something new. */
    public boolean learned() {
        return learning.isEnough();
    }

    /** Whether a visit at this moment would be the one that makes the page known. */
    public boolean knownAt(Instant at) {
        return !learned() && learning.next(Optional.of(at), learning.given()).isEnough();
    }

    /** How many visits it was learned from. */
    public int visits() {
        return learning.visits();
    }

    /** Since when it is learned; empty before the first visit. */
    public Optional<Instant> since() {
        return learning.since();
    }

    /** What is different now, on a page of which the portal is not known. */
    public Change compare(PageContent page) {
        return compare(page, PortalBaseline.empty());
    }

    /** What is different now, for the page and for its portal. */
    public Change compare(PageContent page, PortalBaseline portal) {
        return Comparison.of(this, page, portal);
    }

    /** All that was learned, in a few kilobytes. */
    public byte[] bytes() {
        return Packing.bytes(this);
    }

    /** Reads what {@link #bytes} gave; empty when it was damaged or is of another version. */
    public static Optional<Baseline> read(byte[] bytes) {
        return Packing.baseline(bytes);
    }

    double distance(PageContent page) {
        return profiles.knows(page.profile())
                ? 0
                : profiles.traces().stream()
                        .mapToDouble(known -> Profile.distance(known.item(), page.profile())).min().orElse(0);
    }

    double titleSurvival(PageContent page) {
        return title.equals(page.title())
                ? 1
                : titleWords.survival(titleWords.compare(words(page.title()))).share();
    }
}
