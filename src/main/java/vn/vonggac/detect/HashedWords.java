package vn.vonggac.detect;

import java.util.Arrays;
import vn.vonggac.page.Block;
import vn.vonggac.page.PageContent;
import vn.vonggac.signature.PlainWords;

/**
 * The words of a page in reading order, each as the features it brings: itself, its pair with the word before, and its
 * runs of four letters, hashed into a fixed number of buckets.
 */
final class HashedWords {

    private static final int RUN = 4;
    private static final int MOST_WORDS = 20_000;
    private static final int BASIS = 0x811c9dc5;
    private static final int PRIME = 16777619;
    private static final char EDGE = '_';

    private final PlainWords words = new PlainWords();
    private final int mask;
    private final long[] met;
    private char[] letters = new char[Long.SIZE];
    private int length;
    private int[] features = new int[8192];
    private int used;
    private int[] ends = new int[1024];
    private int[] blocks = new int[1024];
    private int count;

    private HashedWords(int bits) {
        mask = (1 << bits) - 1;
        met = new long[1 << bits - 6];
    }

    static HashedWords of(PageContent content, int bits) {
        HashedWords hashed = new HashedWords(bits);
        hashed.read(content.title(), -1);
        for (int block = 0; block < content.blocks().size() && hashed.count < MOST_WORDS; block++) {
            Block next = content.blocks().get(block);
            hashed.read(next.text(), block);
        }
        return hashed;
    }

    int count() {
        return count;
    }

    /** The block a word stands in, -1 for the title. */
    int block(int word) {
        return blocks[word];
    }

    private int from(int word) {
        return word == 0 ? 0 : ends[word - 1];
    }

    private int to(int word) {
        return ends[word];
    }

    /** What these words bring, each feature once: a list that says the same again and again says it once. */
    int[] features(int begin, int end) {
        int[] found = new int[to(end - 1) - from(begin)];
        int several = 0;
        for (int at = from(begin); at < to(end - 1); at++) {
            if (meet(features[at])) {
                found[several++] = features[at];
            }
        }
        for (int at = 0; at < several; at++) {
            forget(found[at]);
        }
        return several == found.length ? found : Arrays.copyOf(found, several);
    }

    /** How many different words these are. */
    int different(int begin, int end) {
        int several = 0;
        for (int word = begin; word < end; word++) {
            several += meet(features[from(word)]) ? 1 : 0;
        }
        for (int word = begin; word < end; word++) {
            forget(features[from(word)]);
        }
        return several;
    }

    /** True for a feature that was not met since it was forgotten. */
    private boolean meet(int feature) {
        boolean first = (met[feature >> 6] & 1L << feature) == 0;
        met[feature >> 6] |= 1L << feature;
        return first;
    }

    private void forget(int feature) {
        met[feature >> 6] = 0;
    }

    private void read(String text, int block) {
        words.read(text);
        int before = 0;
        for (int word = 0; word < words.count(); word++) {
            spell(word);
            int whole = hash('u', 0, length);
            put(whole);
            if (word > 0) {
                put(mix(before, whole));
            }
            putRuns();
            before = whole;
            end(block);
        }
    }

    /** Takes over the letters of a word, between its edges. */
    private void spell(int word) {
        length = words.length(word);
        if (length + 2 > letters.length) {
            letters = new char[length * 2];
        }
        letters[0] = EDGE;
        words.letters(word, letters, 1);
        letters[length + 1] = EDGE;
    }

    /** Runs of letters, with the word's edges as letters of their own. */
    private void putRuns() {
        for (int at = -1; at + RUN <= length + 1; at++) {
            put(hash('c', at, at + RUN));
        }
    }

    private int hash(char kind, int from, int to) {
        int hash = (BASIS ^ kind) * PRIME;
        for (int at = from; at < to; at++) {
            hash = (hash ^ letters[at + 1]) * PRIME;
        }
        return hash;
    }

    private static int mix(int left, int right) {
        return (left * 31 ^ right) * PRIME;
    }

    private void put(int hash) {
        if (used == features.length) {
            features = Arrays.copyOf(features, used * 2);
        }
        features[used++] = (hash ^ hash >>> 15) & mask;
    }

    private void end(int block) {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
            blocks = Arrays.copyOf(blocks, count * 2);
        }
        ends[count] = used;
        blocks[count++] = block;
    }
}
