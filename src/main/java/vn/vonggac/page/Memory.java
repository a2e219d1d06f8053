package vn.vonggac.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one sort of thing a page was seen with, in page order, and how often each spot changed. What is there gains
 * presence with every visit, what is gone loses it until it is forgotten. Never changed: learning gives the next
 * memory.
 */
final class Memory<T> {

    /** So many changes within the reach of memory make a spot one that changes. */
    private static final float OFTEN = 2.5f;
    private static final float FORGOTTEN = 0.1f;

    private final Sort<T> sort;
    private final List<Trace<T>> traces;
    private final LongIndex index;
    private final Map<String, Float> changes;
    private final int stable;

    Memory(Sort<T> sort, List<Trace<T>> traces, Map<String, Float> changes) {
        this.sort = sort;
        this.traces = traces;
        this.changes = changes;
        this.index = new LongIndex(traces.size());
        for (int i = 0; i < traces.size(); i++) {
            index.put(traces.get(i).key(), i);
        }
        this.stable = (int) traces.stream().filter(this::isStable).count();
    }

    static <T> Memory<T> empty(Sort<T> sort) {
        return new Memory<>(sort, List.of(), Map.of());
    }

    List<Trace<T>> traces() {
        return traces;
    }

    Map<String, Float> changes() {
        return changes;
    }

    /** Whether this is remembered. */
    boolean knows(T item) {
        return index.get(sort.key().applyAsLong(item)) >= 0;
    }

    /** What is remembered after one more visit that counts for this share of the time. */
    Memory<T> learn(List<T> items, float share) {
        Recognised<T> now = new Recognised<>(sort, items, traces, index);
        List<Trace<T>> next = new ArrayList<>(now.size());
        Missing<T> missing = now.missing();
        Set<String> changed = new HashSet<>();
        for (int i = 0; i < now.size(); i++) {
            Trace<T> known = now.trace(i);
            Trace<T> seen = known == null
                    ? met(now.key(i), now.item(i), share, missing)
                    : again(known, now.item(i)).seen(share);
            if (known == null || !known.here()) {
                changed.add(seen.spot());
            }
            next.add(seen);
        }
        for (Trace<T> trace : missing.rest()) {
            if (trace.here()) {
                changed.add(trace.spot());
            }
            Trace<T> faded = trace.missed(share);
            if (!faded.forgotten() && next.size() < Recognised.MOST) {
                next.add(faded);
            }
        }
        return new Memory<>(sort, next, traces.isEmpty() ? Map.of() : counted(changed, share));
    }

    /** What is remembered after one more visit that found everything as it was, counting for this share of the time. */
    Memory<T> again(float share) {
        List<Trace<T>> next = new ArrayList<>(traces.size());
        for (Trace<T> trace : traces) {
            Trace<T> now = trace.here() ? trace.seen(share) : trace.missed(share);
            if (!now.forgotten()) {
                next.add(now);
            }
        }
        return new Memory<>(sort, next, counted(Set.of(), share));
    }

    private Trace<T> again(Trace<T> known, T item) {
        return sort.standsAt(item, known.spot())
                ? known
                : known.at(sort.kept().apply(item), sort.spot().apply(item));
    }

    private Trace<T> met(long key, T item, float share, Missing<T> missing) {
        Trace<T> fresh = Trace.first(sort, key, item, share);
        Trace<T> before = missing.take(fresh.says());
        return before == null ? fresh : fresh.heirOf(before);
    }

    private Map<String, Float> counted(Collection<String> changed, float share) {
        Map<String, Float> counted = new HashMap<>();
        changes.forEach((spot, count) -> counted.put(spot, count * (1 - share)));
        changed.forEach(spot -> counted.merge(spot, 1f, Float::sum));
        counted.values().removeIf(count -> count < FORGOTTEN);
        return counted;
    }

    /** As if these had never been there. */
    Memory<T> without(List<T> rejected) {
        Set<Long> gone = rejected.stream().map(sort.key()::applyAsLong).collect(Collectors.toSet());
        return gone.isEmpty()
                ? this
                : new Memory<>(sort, traces.stream().filter(trace -> !gone.contains(trace.key())).toList(),
                        changes);
    }

    /** Whether what stands at a spot changes often. */
    private boolean lively(String spot) {
        return !changes.isEmpty() && changes.getOrDefault(spot, 0f) >= OFTEN;
    }

    Difference<T> compare(List<T> items) {
        Recognised<T> now = new Recognised<>(sort, items, traces, index);
        Missing<T> missing = now.missing();
        Difference<T> difference = Difference.none();
        for (int i = 0; i < now.size(); i++) {
            T item = now.item(i);
            Trace<T> known = now.trace(i);
            if (known == null) {
                unknown(item, missing, difference);
            } else if (!sort.standsAt(item, known.spot())) {
                difference.moved().add(item);
            }
        }
        for (Trace<T> trace : missing.rest()) {
            if (trace.expected()) {
                difference.missed().add(trace);
            }
        }
        return difference;
    }

    private void unknown(T item, Missing<T> missing, Difference<T> difference) {
        long says = sort.says(item);
        Trace<T> before = missing.take(says);
        if (before == null) {
            difference.added().add(item);
            return;
        }
        boolean tokensOnly = !sort.isLoose() || before.saysClosely() == sort.saysClosely(item);
        difference.retold().add(new Difference.Retold<>(before.item(), item, tokensOnly));
    }

    /** Whether all that differs is tokens, or stands where things change often. */
    boolean lively(Difference<T> difference) {
        return difference.added().stream().map(sort.spot()).allMatch(this::lively)
                && difference.left().stream().map(Trace::spot).allMatch(this::lively)
                && difference.retold().stream()
                        .allMatch(pair -> pair.tokensOnly() || lively(sort.spot().apply(pair.after())));
    }

    /** How much of what is usual, and stands where nothing changes often, is still there. */
    Survival survival(Difference<T> difference) {
        int gone = (int) difference.missed().stream().filter(this::isStable).count();
        return new Survival(stable - gone, stable);
    }

    private boolean isStable(Trace<T> trace) {
        return trace.usual() && !lively(trace.spot());
    }

    /** How many of the stable items are still there. */
    record Survival(int left, int stable) {

        double share() {
            return stable == 0 ? 1 : (double) left / stable;
        }
    }
}
