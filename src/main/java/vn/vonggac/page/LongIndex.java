package vn.vonggac.page;

/** Finds the position that goes with a hash, without an object for each. */
final class LongIndex {

    private final long[] keys;
    private final int[] positions;
    private final int mask;

    LongIndex(int expected) {
        int size = Integer.highestOneBit(Math.max(expected, 4)) << 2;
        keys = new long[size];
        positions = new int[size];
        mask = size - 1;
    }

    /** False when the hash was known already; its position stays. */
    boolean put(long key, int position) {
        int slot = slot(key);
        if (positions[slot] > 0) {
            return false;
        }
        keys[slot] = key;
        positions[slot] = position + 1;
        return true;
    }

    /** The position, -1 for a hash that is not known. */
    int get(long key) {
        return positions[slot(key)] - 1;
    }

    private int slot(long key) {
        int slot = (int) (key ^ key >>> 32) & mask;
        while (positions[slot] > 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
