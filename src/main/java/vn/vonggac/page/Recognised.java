package vn.vonggac.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The distinct items of one sort on a page, in page order, each with what is remembered of it. A page is mostly what
 * it was, in the order in which it was: the next item nearly always goes with the next trace, and no index is asked.
 */
final class Recognised<T> {

    /** More of one sort than this is not a page but an attack on its reader. */
    static final int MOST = 20_000;

    private final List<Trace<T>> traces;
    private final LongIndex index;
    private final boolean[] met;
    private final List<T> items;
    private final long[] keys;
    private final int[] known;
    private @Nullable LongIndex strange;

    Recognised(Sort<T> sort, List<T> all, List<Trace<T>> traces, LongIndex index) {
        int size = Math.min(all.size(), MOST);
        this.traces = traces;
        this.index = index;
        this.met = new boolean[traces.size()];
        this.items = new ArrayList<>(size);
        this.keys = new long[size];
        this.known = new int[size];
        int next = 0;
        for (int i = 0; i < size; i++) {
            T item = all.get(i);
            long key = sort.key().applyAsLong(item);
            int at = at(key, next);
            if (isFirst(key, at, size)) {
                keys[items.size()] = key;
                known[items.size()] = at;
                items.add(item);
            }
            next = at < 0 ? next : at + 1;
        }
    }

    private int at(long key, int next) {
        return next < traces.size() && traces.get(next).key() == key ? next : index.get(key);
    }

    /** Whether nothing on the page was the same before. */
    private boolean isFirst(long key, int at, int size) {
        if (at < 0) {
            LongIndex before = strange == null ? new LongIndex(size) : strange;
            strange = before;
            return before.put(key, 0);
        }
        boolean first = !met[at];
        met[at] = true;
        return first;
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

    /** What is remembered of an item, null when it is not known. */
    @Nullable
    Trace<T> trace(int at) {
        return known[at] < 0 ? null : traces.get(known[at]);
    }

    /** What is remembered and not there now. */
    Missing<T> missing() {
        List<Trace<T>> missing = new ArrayList<>();
        for (int i = 0; i < met.length; i++) {
            if (!met[i]) {
                missing.add(traces.get(i));
            }
        }
        return new Missing<>(missing);
    }
}
