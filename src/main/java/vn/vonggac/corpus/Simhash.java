package vn.vonggac.corpus;

import java.util.List;
import java.util.Locale;
import vn.vonggac.page.Block;
import vn.vonggac.page.PageContent;

/**
 * A number of 64 bits of what a page says: pages that say nearly the same have nearly the same bits (Charikar). The
 * features are runs of three words, so that a doorway is known again under another name and a template alone is not.
 */
final class Simhash {

    private static final int BITS = 64;
    private static final int RUN = 3;
    private static final int MOST_WORDS = 20_000;

    private final int[] votes = new int[BITS];
    private final int[] last = new int[RUN];
    private int words;

    private Simhash() {}

    static long of(PageContent content) {
        Simhash hash = new Simhash();
        content.blocks().stream().map(Block::text).forEach(hash::add);
        return hash.bits();
    }

    /** How alike two pages are: 1 for the same, about 0.5 for nothing in common. */
    static double likeness(long one, long other) {
        return 1 - Long.bitCount(one ^ other) / (double) BITS;
    }

    private void add(String text) {
        for (String word : List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))) {
            if (!word.isEmpty() && words < MOST_WORDS) {
                last[words++ % RUN] = word.hashCode();
                vote();
            }
        }
    }

    private void vote() {
        long feature = 0;
        for (int i = 0; i < RUN; i++) {
            feature = mixed(feature * 31 + last[(words + i) % RUN]);
        }
        for (int bit = 0; bit < BITS; bit++) {
            votes[bit] += (feature >>> bit & 1) == 1 ? 1 : -1;
        }
    }

    private static long mixed(long value) {
        long mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }

    private long bits() {
        long bits = 0;
        for (int bit = 0; bit < BITS; bit++) {
            bits |= votes[bit] > 0 ? 1L << bit : 0;
        }
        return bits;
    }
}
