package vn.vonggac.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Whether what is held grows. What lies lowest in the second quarter of the time is what is needed once everything is
 * warm; what lies lowest in the last quarter is what remains.
 */
final class Trend {

    private static final int QUARTERS = 4;

    private final List<Vitals> samples = new ArrayList<>();

    void add(Vitals vitals) {
        samples.add(vitals);
    }

    /** A line for each thing that grew by more than it may. */
    List<String> growth() {
        return Stream.of(grown("heap after collection (MB)", Vitals::heap, 48, 0.25),
                grown("threads", Vitals::threads, 12, 0.05),
                grown("virtual threads", Vitals::virtual, 20, 0.1),
                grown("open files", Vitals::files, 4, 0.05),
                grown("connections", Vitals::connections, 20, 0.2),
                grown("temporary files", Vitals::temporary, 2, 0)).flatMap(Optional::stream).toList();
    }

    private Optional<String> grown(String what, ToLongFunction<Vitals> of, long by, double share) {
        long before = lowest(of, 1);
        long after = lowest(of, QUARTERS - 1);
        return after - before > by + Math.round(share * before)
                ? Optional.of(what + " grew from " + before + " to " + after)
                : Optional.empty();
    }

    private long lowest(ToLongFunction<Vitals> of, int quarter) {
        int size = samples.size();
        return samples.subList(size * quarter / QUARTERS, size * (quarter + 1) / QUARTERS).stream()
                .mapToLong(of).min().orElse(0);
    }
}
