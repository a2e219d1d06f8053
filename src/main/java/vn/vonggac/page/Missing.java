package vn.vonggac.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is remembered and not there now, by what it said: something there now may say the same in other numbers. */
final class Missing<T> {

    private final List<Trace<T>> all;
    private final boolean[] taken;
    private @Nullable LongIndex bySaying;
    /** The next that said the same, -1 for none. */
    private int[] after = new int[0];

    Missing(List<Trace<T>> all) {
        this.all = all;
        this.taken = new boolean[all.size()];
    }

    /** One that said this, if one is left; no other will get it. */
    @Nullable
    Trace<T> take(long says) {
        LongIndex first = bySaying == null ? index() : bySaying;
        bySaying = first;
        int at = first.get(says);
        if (at < 0) {
            return null;
        }
        first.set(says, after[at]);
        taken[at] = true;
        return all.get(at);
    }

    /** From the last to the first, so that the first is found first. */
    private LongIndex index() {
        LongIndex first = new LongIndex(all.size());
        after = new int[all.size()];
        for (int i = all.size() - 1; i >= 0; i--) {
            after[i] = first.get(all.get(i).says());
            first.set(all.get(i).says(), i);
        }
        return first;
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
