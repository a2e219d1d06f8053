package vn.vonggac.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Whether what is held grows. What lies lowest in the second quarter of the time is what is needed once everything is
 * warm; what lies lowest in the last quarter is what remains. Connections come and go with what is asked: of them the
 * most there were in the second quarter are needed.
 */
final class Trend {

    private static final int QUARTERS = 4;

    private final List<Vitals> samples = new ArrayList<>();

    void add(Vitals vitals) {
        samples.add(vitals);
    }

    /** A line for each thing that grew by more than it may. */
    List<String> growth() {
        return Stream.of(steady("heap after collection (MB)", Vitals::heap, 48, 0.25),
                steady("threads", Vitals::threads, 12, 0.05),
                steady("virtual threads", Vitals::virtual, 20, 0.1),
                steady("open files", Vitals::files, 4, 0.05),
                grown("connections", quarter(Vitals::connections, 1).max().orElse(0), Vitals::connections, 20,
                        0.2),
                steady("temporary files", Vitals::temporary, 2, 0)).flatMap(Optional::stream).toList();
    }

    private Optional<String> steady(String what, ToLongFunction<Vitals> of, long by, double share) {
        return grown(what, quarter(of, 1).min().orElse(0), of, by, share);
    }

    private Optional<String> grown(String what, long before, ToLongFunction<Vitals> of, long by,
            double share) {
        long after = quarter(of, QUARTERS - 1).min().orElse(0);
        return after - before > by + Math.round(share * before)
                ? Optional.of(what + " grew from " + before + " to " + after)
                : Optional.empty();
    }

    private LongStream quarter(ToLongFunction<Vitals> of, int quarter) {
        int size = samples.size();
        return samples.subList(size * quarter / QUARTERS, size * (quarter + 1) / QUARTERS).stream()
                .mapToLong(of);
    }
}
