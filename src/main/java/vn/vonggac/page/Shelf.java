package vn.vonggac.page;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was learned of one kind, the ones asked for lately in memory. Where two nodes learned of the same thing, the
 * one that wrote first is right and the other learns on from there.
 */
final class Shelf<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
    private static final int LARGEST = 1_000_000;

    private final BaselineRows rows;
    private final InstantSource time;
    private final Writing<T> writing;
    private final Map<Key, Entry<T>> known = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;

    /** Whose it is: a page's, or with an empty hash a portal's. */
    record Key(long portal, String urlHash) {}

    /** How it is when nothing is known, and how it goes into bytes and comes out. */
    record Writing<T>(T nothing, Function<T, byte[]> write, Function<byte[], Optional<T>> read) {}

    private record Entry<T>(T learned, int state, boolean unwritten) {}

    Shelf(BaselineRows rows, InstantSource time, Writing<T> writing, int most) {
        this.rows = rows;
        this.time = time;
        this.writing = writing;
        this.most = most;
    }

    synchronized T get(Key key) {
        return entry(key).learned();
    }

    synchronized void learn(Key key, UnaryOperator<T> lesson) {
        Entry<T> before = entry(key);
        known.put(key, new Entry<>(lesson.apply(before.learned()), before.state(), true));
    }

    private Entry<T> entry(Key key) {
        Entry<T> entry = known.get(key);
        if (entry == null) {
            entry = read(key);
            known.put(key, entry);
            makeRoom();
        }
        return entry;
    }

    private Entry<T> read(Key key) {
        return rows.findByPortalIdAndUrlHash(key.portal(), key.urlHash())
                .map(row -> new Entry<>(writing.read().apply(row.learned()).orElse(writing.nothing()),
                        row.state(), false))
                .orElseGet(() -> new Entry<>(writing.nothing(), 0, false));
    }

    private void makeRoom() {
        while (known.size() > most) {
            Key eldest = known.keySet().iterator().next();
            write(eldest);
            known.remove(eldest);
        }
    }

    /** Writes what was learned since it was written last. */
    void write() {
        for (Key key : unwritten()) {
            write(key);
        }
    }

    private synchronized List<Key> unwritten() {
        List<Key> keys = new ArrayList<>();
        known.forEach((key, entry) -> {
            if (entry.unwritten()) {
                keys.add(key);
            }
        });
        return keys;
    }

    synchronized void write(Key key) {
        Entry<T> entry = known.get(key);
        if (entry == null || !entry.unwritten()) {
            return;
        }
        byte[] bytes = writing.write().apply(entry.learned());
        if (bytes.length > LARGEST) {
            LOG.warn("What is normal for portal {} page {} takes {} bytes and is not kept", key.portal(),
                    key.urlHash(), bytes.length);
        } else if (written(key, entry.state(), bytes)) {
            known.replace(key, new Entry<>(entry.learned(), entry.state() + 1, false));
        } else {
            known.remove(key);
        }
    }

    private boolean written(Key key, int state, byte[] bytes) {
        return 1 == (state == 0
                ? rows.add(key.portal(), key.urlHash(), bytes, time.instant())
                : rows.replace(key.portal(), key.urlHash(), state, bytes, time.instant()));
    }
}
