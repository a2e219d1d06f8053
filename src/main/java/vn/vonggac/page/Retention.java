package vn.vonggac.page;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets go of copies that are too old, too many of one page or too large in all, the eldest first, and of files that no
 * row names. Evidence and the last good copy of each page under each view stay. A kill in between leaves files that
 * the next sweep takes.
 */
@Singleton
public class Retention {

    private static final int AT_ONCE = 500;
    private static final int MOST_PAGES = 10_000;
    /** Files younger than this may belong to a row that is being written. */
    private static final Duration SETTLED = Duration.ofHours(24);

    private final CopyRows rows;
    private final CopyChanges changes;
    private final CopyStore store;
    private final CopyConfig config;
    private final InstantSource time;
    private final ReentrantLock sweeping = new ReentrantLock();

    @Inject
    Retention(CopyRows rows, CopyChanges changes, CopyConfig config, InstantSource time) {
        this.rows = rows;
        this.changes = changes;
        this.store = new FolderStore(config.folder(), time);
        this.config = config;
        this.time = time;
    }

    /** How many runs went for which reason, and how many bytes are left. */
    public record Swept(int old, int many, int large, long bytesLeft) {}

    /** How many bytes all copies may take. */
    public long disk() {
        return config.disk();
    }

    /** Something that needs every copy to stay where it is. */
    @FunctionalInterface
    public interface Undisturbed<T> {
        T run() throws IOException;
    }

    /** Nothing is let go before it ends. */
    public <T> T without(Undisturbed<T> work) throws IOException {
        sweeping.lock();
        try {
            return work.run();
        } finally {
            sweeping.unlock();
        }
    }

    /** Lets go of what has to go. */
    public Swept sweep() {
        sweeping.lock();
        try {
            return letGo();
        } finally {
            sweeping.unlock();
        }
    }

    private Swept letGo() {
        int old = removeEldest(time.instant().minus(config.age()), Long.MAX_VALUE);
        int many = removeBeyond();
        long left = sweepFiles();
        int large = 0;
        if (left > config.disk()) {
            large = removeEldest(time.instant(), left - config.disk());
            left = sweepFiles();
        }
        return new Swept(old, many, large, left);
    }

    private int removeEldest(Instant before, long bytes) {
        int removed = 0;
        long over = bytes;
        List<PageCopy> eldest = rows.removable(before, Instant.EPOCH, 0, AT_ONCE);
        while (over > 0 && !eldest.isEmpty()) {
            for (PageCopy run : eldest) {
                if (over > 0) {
                    changes.letGo(run, true);
                    over -= run.stored();
                    removed++;
                }
            }
            PageCopy last = eldest.getLast();
            eldest = rows.removable(before, last.lastSeen(), last.id(), AT_ONCE);
        }
        return removed;
    }

    private int removeBeyond() {
        int removed = 0;
        for (CopyRows.Crowded page : rows.crowded(config.most(), MOST_PAGES)) {
            List<PageCopy> beyond = rows.beyond(page.portalId(), page.urlHash(), page.view(), config.most());
            beyond.forEach(run -> changes.letGo(run, false));
            removed += beyond.size();
        }
        return removed;
    }

    private long sweepFiles() {
        return store.sweep(time.instant().minus(SETTLED), this::named);
    }

    /** Those of the names that a row names. */
    private Set<String> named(Set<String> names) {
        return new HashSet<>(rows.named(names));
    }
}
