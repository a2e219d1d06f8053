package vn.vonggac.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What one sort of thing a page was seen with, by hash and in page order. What is there gains presence with every
 * visit, what is gone loses it until it is forgotten. Never changed: learning gives the next memory.
 */
final class Memory<T> {

    private final Map<Long, Trace<T>> traces;

    private Memory(Map<Long, Trace<T>> traces) {
        this.traces = traces;
    }

    static <T> Memory<T> empty() {
        return new Memory<>(Map.of());
    }

    Memory<T> learn(Map<Long, T> now, float share) {
        Map<Long, Trace<T>> next = new LinkedHashMap<>((traces.size() + now.size()) * 2);
        now.forEach((key, item) -> {
            Trace<T> known = traces.get(key);
            float before = known == null ? 0 : known.presence();
            next.put(key, new Trace<>(item, before + (1 - before) * share, true));
        });
        traces.forEach((key, trace) -> {
            if (!now.containsKey(key)) {
                Trace<T> faded = new Trace<>(trace.item(), trace.presence() * (1 - share), false);
                if (!faded.forgotten()) {
                    next.put(key, faded);
                }
            }
        });
        return new Memory<>(next);
    }

    boolean knows(long key) {
        return traces.containsKey(key);
    }

    /** What is there now and never was, as far as is remembered. */
    List<T> fresh(Map<Long, T> now) {
        List<T> fresh = new ArrayList<>();
        now.forEach((key, item) -> {
            if (!traces.containsKey(key)) {
                fresh.add(item);
            }
        });
        return fresh;
    }

    /** What was there at the last visit, or usually is, and is gone now. */
    List<T> gone(Map<Long, T> now) {
        List<T> gone = new ArrayList<>();
        traces.forEach((key, trace) -> {
            if ((trace.here() || trace.usual()) && !now.containsKey(key)) {
                gone.add(trace.item());
            }
        });
        return gone;
    }

    /** What came since the last visit, and what went. */
    List<T> unlike(Map<Long, T> now) {
        List<T> unlike = new ArrayList<>();
        now.forEach((key, item) -> {
            Trace<T> known = traces.get(key);
            if (known == null || !known.here()) {
                unlike.add(item);
            }
        });
        traces.forEach((key, trace) -> {
            if (trace.here() && !now.containsKey(key)) {
                unlike.add(trace.item());
            }
        });
        return unlike;
    }

    /** The share of what is usual and wanted that is still there; 1 when nothing is. */
    double survival(Map<Long, T> now, Predicate<T> wanted) {
        int usual = 0;
        int still = 0;
        for (Map.Entry<Long, Trace<T>> known : traces.entrySet()) {
            if (known.getValue().usual() && wanted.test(known.getValue().item())) {
                usual++;
                still += now.containsKey(known.getKey()) ? 1 : 0;
            }
        }
        return usual == 0 ? 1 : (double) still / usual;
    }
}
