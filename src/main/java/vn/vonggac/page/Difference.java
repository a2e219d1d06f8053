package vn.vonggac.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
        return Stream.concat(added.stream(), retold.stream().map(Retold::after)).toList();
    }

    /** What was there at the last visit; more may be missed of what usually is. */
    List<Trace<T>> left() {
        return missed.stream().filter(Trace::here).toList();
    }

    List<T> removed() {
        return left().stream().map(Trace::item).toList();
    }
}
