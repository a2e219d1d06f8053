package vn.vonggac.signature;

import java.util.Collection;
import java.util.Set;

/**
 * A set of words that is asked about every word of a page and hardly ever says yes. It is asked by hash first, that
 * of {@link String#hashCode}: one bit tells nearly every other word from all of its own.
 */
final class Terms {

    private static final int BITS_A_TERM = 16;
    private static final int SPREAD = 0x9E3779B9;
    private static final int BASE = 31;
    private static final int[] POWERS = powers();

    private final String[] slots;
    private final long[] bits;
    private final int slotShift;
    private final int bitShift;
    private final boolean empty;

    Terms(Collection<String> words) {
        Set<String> terms = Set.copyOf(words);
        int slotBits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(terms.size() * 2));
        int filterBits = Integer.SIZE
                - Integer.numberOfLeadingZeros(terms.size() * BITS_A_TERM + Long.SIZE - 1);
        empty = terms.isEmpty();
        slots = new String[1 << slotBits];
        slotShift = Integer.SIZE - slotBits;
        bits = new long[1 << filterBits - 6];
        bitShift = Integer.SIZE - filterBits;
        terms.forEach(this::put);
    }

    private static int[] powers() {
        int[] powers = new int[64];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * BASE;
        }
        return powers;
    }

    /** The hash of a word, as {@link String#hashCode} has it. */
    static int hash(char[] letters, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * BASE + letters[i];
        }
        return hash;
    }

    /** What the hash of anything that stands before a word of this length is to be multiplied by. */
    static int power(int length) {
        int power = POWERS[Math.min(length, POWERS.length - 1)];
        for (int i = POWERS.length; i <= length; i++) {
            power *= BASE;
        }
        return power;
    }

    /** The hash of a word that begins with a word of one hash and goes on, behind a sign, with one of another. */
    static int joined(int first, char sign, int second, int powerOfSecond) {
        return (first * BASE + sign) * powerOfSecond + second;
    }

    private void put(String term) {
        int spread = term.hashCode() * SPREAD;
        bits[spread >>> bitShift >>> 6] |= 1L << (spread >>> bitShift);
        int slot = spread >>> slotShift;
        while (slots[slot] != null) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = term;
    }

    boolean isEmpty() {
        return empty;
    }

    /** False for a hash that no word of the set has. */
    boolean mayHold(int hash) {
        int bit = hash * SPREAD >>> bitShift;
        return (bits[bit >>> 6] & 1L << bit) != 0;
    }

    boolean holds(int hash, char[] letters, int from, int length) {
        if (!mayHold(hash)) {
            return false;
        }
        for (int slot = hash * SPREAD >>> slotShift; slots[slot] != null; slot = slot + 1
                & slots.length - 1) {
            if (slots[slot].hashCode() == hash && same(slots[slot], letters, from, length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(String term, char[] letters, int from, int length) {
        if (term.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (term.charAt(i) != letters[from + i]) {
                return false;
            }
        }
        return true;
    }
}
