package vn.vonggac.page;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.commons.codec.digest.DigestUtils;

/** What pages said: kept when it says something new or there is a finding, as one row for a run of visits. */
@Singleton
public class Copies {

    private static final int AT_ONCE = 1_000;
    private static final int LONGEST_CHAIN = 20_000;
    private static final int LOOKED_THROUGH = 1_000;
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final CopyRows rows;
    private final HeldCopyRows held;
    private final CopyStore store;
    private final CopyConfig config;

    @Inject
    Copies(CopyRows rows, HeldCopyRows held, CopyConfig config, InstantSource time) {
        this.rows = rows;
        this.held = held;
        this.store = new FolderStore(config.folder(), time);
        this.config = config;
    }

    /**
     * What a visit brought is safe on disk when this returns, if it says something new; the row it belongs to comes
     * back and is for {@link #keep} to write. One page of a portal is laid by one thread at a time.
     */
    public PageCopy lay(Brought brought) {
        String urlHash = urlHash(brought.url());
        Optional<PageCopy> before = rows.newest(brought.portalId(), urlHash, brought.view());
        return before
                .filter(run -> run.canonical() == brought.canonical() && run.status() == brought.status())
                .map(run -> longer(run, brought))
                .orElseGet(() -> begun(brought, urlHash, before.map(PageCopy::base).orElse("")));
    }

    /** Writes the row of what was laid. */
    @Transactional
    public PageCopy keep(PageCopy laid) {
        PageCopy kept = laid.id() == 0 ? rows.save(laid) : rows.update(laid);
        if (laid.id() == 0 || laid.lastKept().equals(laid.lastSeen())) {
            name(CopyRows.Names.of(kept));
        }
        return kept;
    }

    /** What no run names is let go. */
    private void name(CopyRows.Names names) {
        names.all().distinct().forEach(name -> rows.addName(names.id(), name));
        rows.keepOnlyNames(names.id(), names.all().toList());
    }

    private PageCopy begun(Brought brought, String urlHash, String anchor) {
        return begun(brought, urlHash, store.keep(brought.body(), anchor));
    }

    private static PageCopy begun(Brought brought, String urlHash, CopyStore.Stored stored) {
        return new PageCopy(0, brought.portalId(), bounded(brought.url(), 4_000), urlHash, brought.view(),
                brought.at(), brought.at(), 1, stored.hash(), stored.hash(), brought.at(), stored.anchor(),
                brought.canonical(), bounded(brought.contentType(), 200), brought.status(),
                bounded(String.join("\n", brought.hops()), LONGEST_CHAIN), brought.flagged(), "",
                stored.size(), 0, brought.verdict(), AddedBlocks.code(brought.added()));
    }

    private PageCopy longer(PageCopy run, Brought brought) {
        PageCopy seen = run.seen(brought.at(), brought.flagged(), brought.verdict());
        boolean due = brought.flagged() || !brought.at().isBefore(run.lastKept().plus(config.rest()));
        if (!due) {
            return seen;
        }
        CopyStore.Stored stored = store.keep(brought.body(), run.base());
        if (stored.anchor().isEmpty() || stored.anchor().equals(run.base())) {
            String anchor = stored.anchor().isEmpty() ? run.anchor() : stored.anchor();
            return seen.ending(stored.hash(), brought.at(), anchor, stored.size());
        }
        // the same bytes lie packed against another page's copy, which only a row of its own can hold on to
        return brought.flagged() ? begun(brought, run.urlHash(), stored) : seen;
    }

    /** Evidence of an incident stays for ever: the run, and exactly the bytes that were kept of it last. */
    @Transactional
    public void hold(PageCopy run, String holder) {
        String name = bounded(holder, 200);
        rows.hold(run.id(), name);
        hold(new HeldCopy(0, run.lastHash(), run.anchor(), name));
    }

    /** Bytes that no visit brought, safe on disk when this returns; they stay once they are held. */
    public HeldCopy lay(byte[] body, String holder) {
        CopyStore.Stored stored = store.keep(body, "");
        return new HeldCopy(0, stored.hash(), stored.anchor(), bounded(holder, 200));
    }

    /** What was laid stays for ever for the sake of its holder. */
    @Transactional
    public void hold(HeldCopy laid) {
        if (!held.existsByHashAndHolder(laid.hash(), laid.holder())) {
            held.save(laid);
        }
    }

    public CopyRead read(String hash) {
        return store.read(hash);
    }

    public Optional<PageCopy> find(long id) {
        return rows.findById(id);
    }

    /**
     * What the pages of a portal said anew lately, the newest first: what no view had seen of the page. What a page says
     * at the first look is news where the portal was known by then.
     */
    public List<PageCopy> news(long portalId, Optional<Instant> known, int size) {
        return rows.news(portalId, known.orElse(NEVER), LOOKED_THROUGH, size);
    }

    /** What is known of a page, the newest run first. */
    public List<PageCopy> of(long portalId, String url, int size, long skip) {
        return rows.of(portalId, urlHash(url), size, skip);
    }

    /** How many such runs there are. */
    public long count(long portalId, String url) {
        return rows.count(portalId, urlHash(url));
    }

    /** What a page says now under a view, as far as is known. */
    public Optional<PageCopy> newest(long portalId, String url, String view) {
        return rows.newest(portalId, urlHash(url), view);
    }

    /** What a page says now under each view, the citizen's first. */
    public List<PageCopy> newest(long portalId, String url) {
        return rows.newest(portalId, urlHash(url));
    }

    /** The last run of visits that found nothing wrong: what a webmaster can restore. */
    public Optional<PageCopy> lastGood(long portalId, String url, String view) {
        return rows.newestGood(portalId, urlHash(url), view);
    }

    /** The last run of visits before a moment that found nothing wrong. */
    public Optional<PageCopy> lastGood(long portalId, String url, String view, Instant before) {
        return rows.newestGood(portalId, urlHash(url), view, before);
    }

    /** What the page said under the same view before this run of visits. */
    public Optional<PageCopy> before(PageCopy run) {
        return rows.before(run.portalId(), run.urlHash(), run.view(), run.id());
    }

    /** Tells which copies a row names and the store does not have; the answer is how many. */
    public long verifyRows(Consumer<String> missing) {
        long found = 0;
        List<CopyRows.Names> some = rows.names(0, AT_ONCE);
        while (!some.isEmpty()) {
            for (String name : some.stream().flatMap(CopyRows.Names::all).distinct().toList()) {
                if (!store.has(name)) {
                    missing.accept(name);
                    found++;
                }
            }
            some = rows.names(some.getLast().id(), AT_ONCE);
        }
        for (HeldCopy copy : held.findAll()) {
            if (!store.has(copy.hash())) {
                missing.accept(copy.hash());
                found++;
            }
        }
        return found;
    }

    /** Reads every kept copy in a folder and tells which are damaged; the service may be at work there. */
    public static Verified verify(Path folder, Consumer<CopyRead.Damaged> damaged) {
        AtomicLong broken = new AtomicLong();
        long copies = new FolderStore(folder, () -> Instant.EPOCH).verify(copy -> {
            broken.incrementAndGet();
            damaged.accept(copy);
        });
        return new Verified(copies, broken.get());
    }

    /** Copies them all as they lie into a folder and tells how many are done, of how many; the answer is how many. */
    public long copyTo(Path target, BiConsumer<Long, Long> progress) throws IOException {
        return new CopiedFiles(config.folder()).to(target, progress);
    }

    public Path folder() {
        return config.folder();
    }

    /** How many copies there are, and how many are not what was kept. */
    public record Verified(long copies, long damaged) {}

    static String urlHash(String url) {
        return DigestUtils.sha256Hex(url);
    }

    private static String bounded(String text, int longest) {
        String clean = text.replace("\0", "");
        return clean.length() > longest ? clean.substring(0, longest) : clean;
    }
}
