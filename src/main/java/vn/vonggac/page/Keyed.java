package vn.vonggac.page;

import java.util.ArrayList;
import java.util.List;

/** The distinct items of one sort on a page, in page order, by their hashes. */
final class Keyed<T> {

    /** More of one sort than this is not a page but an attack on its reader. */
    static final int MOST = 20_000;

    private final List<T> items = new ArrayList<>();
    private final long[] keys;
    private final LongIndex index;

    Keyed(Sort<T> sort, List<T> all) {
        int size = Math.min(all.size(), MOST);
        keys = new long[size];
        index = new LongIndex(size);
        for (T item : all.subList(0, size)) {
            long key = sort.key().applyAsLong(item);
            if (index.put(key, items.size())) {
                keys[items.size()] = key;
                items.add(item);
            }
        }
    }

    int size() {
        return items.size();
    }

    T item(int at) {
        return items.get(at);
    }

    long key(int at) {
        return keys[at];
    }

    boolean has(long key) {
        return index.get(key) >= 0;
    }
}
