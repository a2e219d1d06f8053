package vn.vonggac.page;

import java.util.ArrayList;
import java.util.List;

/**
 * How the items of one sort differ from those remembered: what is new, what is gone, what says the same in other
 * numbers or tokens, and what stands somewhere else.
 */
record Difference<T>(List<T> added, List<Trace<T>> missed, List<Retold<T>> retold, List<T> moved) {

    /** One thing said again with other numbers, or with nothing but other tokens and dates. */
    record Retold<T>(T before, T after, boolean tokensOnly) {}

    static <T> Difference<T> none() {
        return new Difference<>(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    boolean isNothing() {
        return added.isEmpty() && missed.isEmpty() && retold.isEmpty() && moved.isEmpty();
    }

    List<T> removed() {
        return missed.stream().map(Trace::item).toList();
    }
}
