package vn.vonggac.page;

import java.util.Arrays;
import java.util.stream.LongStream;

/** A set of hashes that never changes, sorted in an array: eight bytes each. */
final class LongSet {

    static final LongSet EMPTY = new LongSet(new long[0]);
    private static final int MOST = 50_000;

    private final long[] sorted;

    private LongSet(long[] sorted) {
        this.sorted = sorted;
    }

    static LongSet of(LongStream values) {
        long[] sorted = values.sorted().distinct().limit(MOST).toArray();
        return sorted.length == 0 ? EMPTY : new LongSet(sorted);
    }

    boolean contains(long value) {
        return Arrays.binarySearch(sorted, value) >= 0;
    }

    /** This set when it has them all already. */
    LongSet with(LongStream values) {
        long[] more = values.filter(value -> !contains(value)).toArray();
        return more.length == 0 || sorted.length >= MOST
                ? this
                : of(LongStream.concat(LongStream.of(sorted), LongStream.of(more)));
    }

    LongStream stream() {
        return LongStream.of(sorted);
    }
}
