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
        return added.isEmpty() && left().isEmpty() && retold.isEmpty() && moved.isEmpty();
    }

    /** What is not there word for word in memory. */
    List<T> unknown() {
        List<T> unknown = new ArrayList<>(added);
        retold.forEach(pair -> unknown.add(pair.after()));
        return unknown;
    }

    /** What was there at the last visit; more may be missed of what usually is. */
    List<Trace<T>> left() {
        List<Trace<T>> left = new ArrayList<>();
        for (Trace<T> trace : missed) {
            if (trace.here()) {
                left.add(trace);
            }
        }
        return left;
    }

    List<T> removed() {
        return left().stream().map(Trace::item).toList();
    }
}
