package vn.vonggac.signature;

import java.util.Arrays;

/** The ways in which one word can be asked for. */
final class Forms {

    private char[] letters = new char[256];
    private int used;
    private int[] ends = new int[16];
    private int[] hashes = new int[16];
    private int[] powers = new int[16];
    private int count;

    void clear() {
        used = 0;
        count = 0;
    }

    int count() {
        return count;
    }

    char[] letters() {
        return letters;
    }

    int from(int form) {
        return form == 0 ? 0 : ends[form - 1];
    }

    int length(int form) {
        return ends[form] - from(form);
    }

    /** As {@link String#hashCode} has it. */
    int hash(int form) {
        return hashes[form];
    }

    /** What the hash of anything that stands before the form is to be multiplied by. */
    int power(int form) {
        return powers[form];
    }

    String text(int form) {
        return new String(letters, from(form), length(form));
    }

    void add(char[] word, int from, int length) {
        room(length);
        System.arraycopy(word, from, letters, used, length);
        used += length;
        end();
    }

    void add(String word) {
        room(word.length());
        word.getChars(0, word.length(), letters, used);
        used += word.length();
        end();
    }

    /** The word without its Vietnamese marks, behind a sign where one is given. */
    void addFolded(char[] word, int from, int length, boolean any) {
        room(length + 1);
        if (any) {
            letters[used++] = Words.ANY;
        }
        for (int i = from; i < from + length; i++) {
            letters[used++] = Letters.strip(word[i]);
        }
        end();
    }

    private void room(int length) {
        if (used + length > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(letters.length * 2, used + length));
        }
    }

    private void end() {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
            hashes = Arrays.copyOf(hashes, count * 2);
            powers = Arrays.copyOf(powers, count * 2);
        }
        ends[count] = used;
        int from = from(count);
        hashes[count] = Terms.hash(letters, from, used);
        powers[count++] = Terms.power(used - from);
    }
}
