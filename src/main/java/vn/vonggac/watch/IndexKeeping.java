package vn.vonggac.watch;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vonggac.corpus.Corpus;
import vn.vonggac.corpus.SavedHunts;
import vn.vonggac.corpus.SignatureHunts;
import vn.vonggac.page.CopyChanges;

/**
 * Keeps this node's index up with what is read, on a thread of its own: it looks whether the index is whole, follows
 * every change, and builds it again where it is damaged or somebody asks for it, while the watch goes on.
 */
@Singleton
public class IndexKeeping {

    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeping.class);
    /** So far behind, answers say that they are not complete. */
    private static final long BEHIND = 1_000;
    private static final int STEPS_TO_DISK = 20;
    /** What comes to disk together is written once; each turn that finds news costs files of its own. */
    private static final int BEATS = 10;
    private static final long TO_END = 10;

    private final Indexing indexing;
    private final Corpus corpus;
    private final CopyChanges changes;
    private final SavedHunts hunts;
    private final SignatureHunts signatures;
    private final WatchConfig config;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("index").daemon().factory());
    private volatile boolean stopping;
    private volatile boolean building;
    private final ReentrantLock rebuilding = new ReentrantLock();

    IndexKeeping(Indexing indexing, Corpus corpus, CopyChanges changes, SavedHunts hunts,
            SignatureHunts signatures, WatchConfig config) {
        this.indexing = indexing;
        this.corpus = corpus;
        this.changes = changes;
        this.hunts = hunts;
        this.signatures = signatures;
        this.config = config;
    }

    void start() {
        long beat = config.heartbeat().multipliedBy(BEATS).toMillis();
        thread.execute(this::checkWhole);
        thread.scheduleWithFixedDelay(this::turn, beat, beat, TimeUnit.MILLISECONDS);
    }

    private void checkWhole() {
        try {
            corpus.checkWhole();
        } catch (RuntimeException e) {
            LOG.error("Whether the index is whole could not be seen", e);
        }
    }

    private void turn() {
        if (corpus.doubted()) {
            checkWhole();
        }
        try {
            follow();
            if (behind() == 0) {
                hunts.run();
                signatures.run();
            }
        } catch (UncheckedIOException e) {
            LOG.error("The index could not follow; it is looked whether it is whole", e);
        } catch (RuntimeException e) {
            if (stopping) {
                LOG.info("The index was closed while it followed; the next start goes on");
            } else {
                LOG.error("The index could not follow; it is tried again", e);
            }
        }
    }

    /** Takes in whatever changed, and puts it on disk. */
    synchronized void follow() {
        long before = corpus.sequence();
        int steps = 0;
        while (!stopping && indexing.step(corpus)) {
            if (++steps % STEPS_TO_DISK == 0) {
                corpus.commit();
            }
        }
        if (corpus.sequence() != before) {
            corpus.commit();
            letGo();
        }
    }

    /** What was let go is forgotten once no index needs to hear of it. */
    private void letGo() {
        if (!building) {
            changes.followed(corpus.sequence());
        }
    }

    /** How many changes are not in the index yet, where there are so many that answers are not complete. */
    public long behind() {
        long left = left();
        return left < BEHIND ? 0 : left;
    }

    long left() {
        return indexing.left(corpus);
    }

    long versions() {
        return corpus.versions();
    }

    /** Builds the index again beside the one there is and puts it in its place; tells how many are done, of how many. */
    public void rebuild(BiConsumer<Long, Long> progress) {
        rebuilding.lock();
        building = true;
        try {
            build(progress);
        } finally {
            building = false;
            rebuilding.unlock();
        }
    }

    private void build(BiConsumer<Long, Long> progress) {
        Corpus built = corpus.beside();
        long all = indexing.left(built);
        progress.accept(0L, all);
        while (!stopping && indexing.step(built)) {
            progress.accept(Math.max(0, all - indexing.left(built)), all);
        }
        putInPlace(built);
    }

    private synchronized void putInPlace(Corpus built) {
        if (stopping) {
            built.close();
            return;
        }
        indexing.catchUp(built);
        corpus.replaceBy(built);
        indexing.forget(corpus);
    }

    /** What is under way is finished. */
    @PreDestroy
    void stop() {
        stopping = true;
        thread.shutdown();
        try {
            thread.awaitTermination(TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
