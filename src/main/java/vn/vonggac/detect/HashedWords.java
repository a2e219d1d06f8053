package vn.vonggac.detect;

import java.util.Arrays;
import java.util.stream.IntStream;
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

    private final PlainWords words = new PlainWords();
    private final int mask;
    private int[] features = new int[1024];
    private int used;
    private int[] ends = new int[128];
    private int[] blocks = new int[128];
    private int count;

    private HashedWords(int bits) {
        mask = (1 << bits) - 1;
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
        return Arrays.stream(features, from(begin), to(end - 1)).distinct().toArray();
    }

    /** How many different words these are. */
    long different(int begin, int end) {
        return IntStream.range(begin, end).map(word -> features[from(word)]).distinct().count();
    }

    private void read(String text, int block) {
        words.read(text);
        int before = 0;
        for (int word = 0; word < words.count(); word++) {
            int whole = hash('u', word, 0, words.length(word));
            put(whole);
            if (word > 0) {
                put(mix(before, whole));
            }
            putRuns(word);
            before = whole;
            end(block);
        }
    }

    /** Runs of letters, with the word's edges as letters of their own. */
    private void putRuns(int word) {
        int length = words.length(word);
        for (int at = -1; at + RUN <= length + 1; at++) {
            put(hash('c', word, at, at + RUN));
        }
    }

    private int hash(char kind, int word, int from, int to) {
        int hash = (BASIS ^ kind) * PRIME;
        for (int at = from; at < to; at++) {
            char letter = at < 0 || at >= words.length(word) ? '_' : words.letter(word, at);
            hash = (hash ^ letter) * PRIME;
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
