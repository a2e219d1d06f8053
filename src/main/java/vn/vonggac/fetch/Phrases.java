package vn.vonggac.fetch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Finds any of many phrases in bytes in one pass, whatever their case; every page is looked through by it. */
final class Phrases {

    private static final int SLOTS = 4_096;

    private final byte[][] phrases;
    private final int[][] byStart = new int[SLOTS][];

    /** @param phrases in lower case, of two letters at least; an empty one is in everything */
    Phrases(List<String> phrases) {
        this.phrases = phrases.stream().map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toArray(byte[][]::new);
        List<List<Integer>> slots = new ArrayList<>();
        for (int slot = 0; slot < SLOTS; slot++) {
            slots.add(new ArrayList<>());
        }
        for (int i = 0; i < this.phrases.length; i++) {
            if (this.phrases[i].length > 0) {
                slots.get(slot(this.phrases[i][0], this.phrases[i][1])).add(i);
            }
        }
        for (int slot = 0; slot < SLOTS; slot++) {
            byStart[slot] = slots.get(slot).stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /** The numbers of the phrases that are in the first so many bytes. */
    BitSet in(byte[] bytes, int limit) {
        BitSet found = new BitSet(phrases.length);
        for (int i = 0; i < phrases.length; i++) {
            found.set(i, phrases[i].length == 0);
        }
        int end = Math.min(bytes.length, limit) - 1;
        for (int at = 0; at < end; at++) {
            for (int candidate : byStart[slot(lower(bytes[at]), lower(bytes[at + 1]))]) {
                if (isAt(phrases[candidate], bytes, at)) {
                    found.set(candidate);
                }
            }
        }
        return found;
    }

    private static boolean isAt(byte[] phrase, byte[] bytes, int at) {
        if (at + phrase.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < phrase.length; i++) {
            if (lower(bytes[at + i]) != phrase[i]) {
                return false;
            }
        }
        return true;
    }

    private static int slot(byte one, byte other) {
        return (one * 61 ^ other) & SLOTS - 1;
    }

    private static byte lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? (byte) (letter + 32) : letter;
    }
}
