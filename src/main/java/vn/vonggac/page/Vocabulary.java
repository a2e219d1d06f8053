package vn.vonggac.page;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;

/**
 * The words of a portal's pages as hashes in order, with how often each came up, up to a few times. Never changed. When
 * there is no room, words that came up once make it.
 */
final class Vocabulary {

    static final Vocabulary EMPTY = new Vocabulary(new int[0], new byte[0]);
    static final int MOST = 16_384;
    private static final int OFTEN = 3;
    /** Enough to tell words apart, and two bytes each from one to the next when they are kept. */
    private static final int BITS = 24;

    private final int[] words;
    private final byte[] times;

    private Vocabulary(int[] words, byte[] times) {
        this.words = words;
        this.times = times;
    }

    int size() {
        return words.length;
    }

    boolean knows(String word) {
        return Arrays.binarySearch(words, hash(word)) >= 0;
    }

    private static int hash(String word) {
        return (int) (Hashes.of(word) >>> Long.SIZE - BITS);
    }

    /** This vocabulary when all these came up often enough. */
    Vocabulary with(Collection<String> said) {
        int[] hashes = said.stream().mapToInt(Vocabulary::hash).sorted().distinct().toArray();
        return Arrays.stream(hashes).allMatch(hash -> times(hash) == OFTEN)
                ? this
                : merged(hashes, 1).inBounds();
    }

    /** As if these had come up once less. */
    Vocabulary without(Collection<String> said) {
        return merged(said.stream().mapToInt(Vocabulary::hash).sorted().distinct()
                .filter(hash -> times(hash) > 0).toArray(), -1);
    }

    private int times(int hash) {
        int at = Arrays.binarySearch(words, hash);
        return at < 0 ? 0 : times[at];
    }

    private Vocabulary merged(int[] hashes, int step) {
        int[] all = IntStream.concat(Arrays.stream(words), Arrays.stream(hashes)).sorted().distinct()
                .toArray();
        byte[] counted = new byte[all.length];
        for (int i = 0; i < all.length; i++) {
            int more = Arrays.binarySearch(hashes, all[i]) >= 0 ? step : 0;
            counted[i] = (byte) Math.min(times(all[i]) + more, OFTEN);
        }
        return new Vocabulary(all, counted).from(1);
    }

    private Vocabulary inBounds() {
        Vocabulary rest = this;
        for (int least = 2; rest.size() > MOST && least <= OFTEN; least++) {
            rest = from(least);
        }
        return rest.size() <= MOST
                ? rest
                : new Vocabulary(Arrays.copyOf(rest.words, MOST), Arrays.copyOf(rest.times, MOST));
    }

    /** Those that came up so often at least. */
    private Vocabulary from(int least) {
        int[] kept = IntStream.range(0, words.length).filter(at -> times[at] >= least).toArray();
        byte[] counted = new byte[kept.length];
        for (int i = 0; i < kept.length; i++) {
            counted[i] = times[kept[i]];
        }
        return kept.length == words.length
                ? this
                : new Vocabulary(Arrays.stream(kept).map(at -> words[at]).toArray(), counted);
    }

    void write(Pack pack) {
        pack.count(words.length);
        int before = 0;
        for (int i = 0; i < words.length; i++) {
            pack.count(words[i] - before).count(times[i]);
            before = words[i];
        }
    }

    static Vocabulary read(Unpack unpack) {
        int size = Math.min(unpack.count(), MOST);
        int[] words = new int[size];
        byte[] times = new byte[size];
        int before = 0;
        for (int i = 0; i < size; i++) {
            before += unpack.count();
            words[i] = before;
            times[i] = (byte) unpack.count();
        }
        return new Vocabulary(words, times);
    }
}
