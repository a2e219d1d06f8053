package vn.vonggac.page;

import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.time.InstantSource;
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
    private static final int AT_ONCE = 50;

    private final BaselineRows rows;
    private final TransactionOperations<Connection> transactions;
    private final InstantSource time;
    private final Writing<T> writing;
    private final Map<Key, Entry<T>> known = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;

    /** Whose it is: a page's, or with an empty hash a portal's. */
    record Key(long portal, String urlHash) {}

    /** How it is when nothing is known, and how it goes into bytes and comes out. */
    record Writing<T>(T nothing, Function<T, byte[]> write, Function<byte[], Optional<T>> read) {}

    private record Entry<T>(T learned, int state, boolean unwritten) {}

    Shelf(BaselineRows rows, TransactionOperations<Connection> transactions, InstantSource time,
            Writing<T> writing, int most) {
        this.rows = rows;
        this.transactions = transactions;
        this.time = time;
        this.writing = writing;
        this.most = most;
    }

    synchronized T get(Key key) {
        return entry(key).learned();
    }

    /** Where the lesson brought nothing new there is nothing to write. */
    synchronized void learn(Key key, UnaryOperator<T> lesson) {
        Entry<T> before = entry(key);
        T after = lesson.apply(before.learned());
        if (after != before.learned()) {
            known.put(key, new Entry<>(after, before.state(), true));
        }
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

    /** Some go at once, the eldest: what was learned of them is written together. */
    private void makeRoom() {
        if (known.size() > most) {
            List<Key> eldest = known.keySet().stream().limit(1 + Math.min(most / 4, AT_ONCE)).toList();
            write(eldest);
            eldest.forEach(known::remove);
        }
    }

    /** Writes what was learned since it was written last. */
    void write() {
        List<Key> keys = unwritten();
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            write(keys.subList(from, Math.min(keys.size(), from + AT_ONCE)));
        }
    }

    private synchronized List<Key> unwritten() {
        return known.entrySet().stream().filter(entry -> entry.getValue().unwritten()).map(Map.Entry::getKey)
                .toList();
    }

    private synchronized void write(List<Key> keys) {
        transactions.executeWrite(status -> {
            keys.forEach(this::write);
            return keys.size();
        });
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
