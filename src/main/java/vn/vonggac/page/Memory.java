package vn.vonggac.page;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one sort of thing a page was seen with, by hash and in page order, and how often each spot changed. What is
 * there gains presence with every visit, what is gone loses it until it is forgotten. Never changed: learning gives
 * the next memory.
 */
final class Memory<T> {

    /** So many changes within the reach of memory make a spot one that changes. */
    private static final float OFTEN = 2.5f;
    private static final float FORGOTTEN = 0.1f;

    private final Sort<T> sort;
    private final Map<Long, Trace<T>> traces;
    private final Map<String, Float> changes;

    Memory(Sort<T> sort, Map<Long, Trace<T>> traces, Map<String, Float> changes) {
        this.sort = sort;
        this.traces = traces;
        this.changes = changes;
    }

    static <T> Memory<T> empty(Sort<T> sort) {
        return new Memory<>(sort, Map.of(), Map.of());
    }

    Map<Long, Trace<T>> traces() {
        return traces;
    }

    Map<String, Float> changes() {
        return changes;
    }

    /** What is remembered after one more visit that counts for this share of the time. */
    Memory<T> learn(List<T> items, float share) {
        Map<Long, T> now = sort.keyed(items);
        Map<Long, Trace<T>> next = LinkedHashMap.newLinkedHashMap(traces.size() + now.size());
        Map<Long, Deque<Long>> missing = missing(now);
        Set<Long> heard = new HashSet<>();
        Set<String> changed = new HashSet<>();
        now.forEach((key, item) -> {
            Trace<T> known = traces.get(key);
            if (known == null || !known.here()) {
                changed.add(sort.spot().apply(item));
            }
            next.put(key, known == null ? met(item, share, missing, heard) : again(known, item).seen(share));
        });
        traces.forEach((key, trace) -> {
            if (!now.containsKey(key) && !heard.contains(key)) {
                miss(key, trace, share, next, changed);
            }
        });
        return new Memory<>(sort, next, traces.isEmpty() ? Map.of() : counted(changed, share));
    }

    private Trace<T> again(Trace<T> known, T item) {
        return stands(known, item) ? known : known.at(sort.kept().apply(item));
    }

    private boolean stands(Trace<T> known, T item) {
        return sort.spot().apply(item).equals(sort.spot().apply(known.item()));
    }

    private void miss(long key, Trace<T> trace, float share, Map<Long, Trace<T>> next, Set<String> changed) {
        if (trace.here()) {
            changed.add(sort.spot().apply(trace.item()));
        }
        Trace<T> faded = trace.missed(share);
        if (!faded.forgotten() && sort.roomFor(next.size())) {
            next.put(key, faded);
        }
    }

    /** What is not there now, by what it said: something there now may say the same in other numbers. */
    private Map<Long, Deque<Long>> missing(Map<Long, T> now) {
        Map<Long, Deque<Long>> missing = new HashMap<>();
        traces.forEach((key, trace) -> {
            if (!now.containsKey(key)) {
                missing.computeIfAbsent(trace.says(), says -> new ArrayDeque<>(2)).add(key);
            }
        });
        return missing;
    }

    private Trace<T> met(T item, float share, Map<Long, Deque<Long>> missing, Set<Long> heard) {
        Trace<T> fresh = Trace.first(sort, item, share);
        Deque<Long> same = missing.get(fresh.says());
        if (same == null || same.isEmpty()) {
            return fresh;
        }
        Long before = same.remove();
        heard.add(before);
        return fresh.heirOf(Objects.requireNonNull(traces.get(before)));
    }

    private Map<String, Float> counted(Collection<String> changed, float share) {
        Map<String, Float> counted = new HashMap<>();
        changes.forEach((spot, count) -> counted.put(spot, count * (1 - share)));
        changed.forEach(spot -> counted.merge(spot, 1f, Float::sum));
        counted.values().removeIf(count -> count < FORGOTTEN);
        return counted;
    }

    /** Whether what stands where this does changes often. */
    boolean lively(T item) {
        return !changes.isEmpty() && changes.getOrDefault(sort.spot().apply(item), 0f) >= OFTEN;
    }

    Difference<T> compare(List<T> items) {
        Map<Long, T> now = sort.keyed(items);
        Map<Long, Deque<Long>> missing = missing(now);
        Set<Long> heard = new HashSet<>();
        Difference<T> difference = Difference.none();
        now.forEach((key, item) -> {
            Trace<T> known = traces.get(key);
            if (known == null) {
                unknown(item, missing.get(sort.says(item)), heard, difference);
            } else if (!stands(known, item)) {
                difference.moved().add(item);
            }
        });
        traces.forEach((key, trace) -> {
            if (trace.expected() && !now.containsKey(key) && !heard.contains(key)) {
                difference.missed().add(trace);
            }
        });
        return difference;
    }

    private void unknown(T item, @Nullable Deque<Long> same, Set<Long> heard, Difference<T> difference) {
        if (same == null || same.isEmpty()) {
            difference.added().add(item);
            return;
        }
        Long key = same.remove();
        heard.add(key);
        Trace<T> before = Objects.requireNonNull(traces.get(key));
        boolean tokensOnly = before.saysClosely() == sort.saysClosely(item);
        difference.retold().add(new Difference.Retold<>(before.item(), item, tokensOnly));
    }

    /** Whether all that differs is tokens, or stands where things change often. */
    boolean lively(Difference<T> difference) {
        return difference.added().stream().allMatch(this::lively)
                && difference.missed().stream().map(Trace::item).allMatch(this::lively)
                && difference.retold().stream().allMatch(pair -> pair.tokensOnly() || lively(pair.after()));
    }

    /** How much of what is usual, and stands where nothing changes often, is still there. */
    Survival survival(Difference<T> difference) {
        int stable = 0;
        for (Trace<T> trace : traces.values()) {
            stable += isStable(trace) ? 1 : 0;
        }
        int gone = (int) difference.missed().stream().filter(this::isStable).count();
        return new Survival(stable - gone, stable);
    }

    private boolean isStable(Trace<T> trace) {
        return trace.usual() && !lively(trace.item());
    }

    /** How many of the stable items are still there. */
    record Survival(int left, int stable) {

        double share() {
            return stable == 0 ? 1 : (double) left / stable;
        }
    }
}
