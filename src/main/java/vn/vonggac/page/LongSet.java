package vn.vonggac.page;

import java.util.Arrays;
import java.util.stream.LongStream;

/** A set of hashes that never changes, sorted in an array, eight bytes each, and takes no more than so many. */
final class LongSet {

    static final LongSet EMPTY = new LongSet(new long[0]);
    static final int MOST = 4_000;

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

    /** What is not in it may only have had no room. */
    boolean isFull() {
        return sorted.length == MOST;
    }

    /** This set when it has them all already. */
    LongSet with(LongStream values) {
        if (isFull()) {
            return this;
        }
        long[] more = values.filter(value -> !contains(value)).distinct().limit(MOST - sorted.length)
                .toArray();
        return more.length == 0 ? this : of(LongStream.concat(stream(), LongStream.of(more)));
    }

    LongStream stream() {
        return LongStream.of(sorted);
    }
}
