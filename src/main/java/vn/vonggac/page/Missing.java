package vn.vonggac.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is remembered and not there now, by what it said: something there now may say the same in other numbers. */
final class Missing<T> {

    private final List<Trace<T>> all = new ArrayList<>();
    private final Map<Long, Deque<Integer>> bySaying = new HashMap<>();
    private final boolean[] taken;

    Missing(Keyed<T> now, List<Trace<T>> traces) {
        for (Trace<T> trace : traces) {
            if (!now.has(trace.key())) {
                all.add(trace);
            }
        }
        taken = new boolean[all.size()];
    }

    /** One that said this, if one is left; no other will get it. */
    @Nullable
    Trace<T> take(long says) {
        if (bySaying.isEmpty()) {
            for (int i = 0; i < all.size(); i++) {
                bySaying.computeIfAbsent(all.get(i).says(), said -> new ArrayDeque<>(2)).add(i);
            }
        }
        Deque<Integer> same = bySaying.get(says);
        Integer at = same == null ? null : same.poll();
        if (at == null) {
            return null;
        }
        taken[at] = true;
        return all.get(at);
    }

    List<Trace<T>> rest() {
        List<Trace<T>> rest = new ArrayList<>();
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                rest.add(all.get(i));
            }
        }
        return rest;
    }
}
