package vn.vonggac.page;

/** Finds the position that goes with a hash, without an object for each. */
final class LongIndex {

    private static final int FREE = 0;
    private static final int NOWHERE = -1;
    /** Hashes of names lie close to each other; those of texts do not mind. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

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
        if (positions[slot] != FREE) {
            return false;
        }
        keys[slot] = key;
        positions[slot] = position + 1;
        return true;
    }

    /** Another position for the hash; -1 leaves it known to be nowhere. */
    void set(long key, int position) {
        int slot = slot(key);
        keys[slot] = key;
        positions[slot] = position < 0 ? NOWHERE : position + 1;
    }

    /** The position, -1 for a hash that is not known. */
    int get(long key) {
        return Math.max(positions[slot(key)], 0) - 1;
    }

    private int slot(long key) {
        int slot = (int) (key * SPREAD >>> 32) & mask;
        while (positions[slot] != FREE && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
