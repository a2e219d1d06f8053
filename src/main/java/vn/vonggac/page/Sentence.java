package vn.vonggac.page;

/** A value in markup or in a script that is meant for people: several words, not code or a name. Tags are no hindrance. */
public final class Sentence {

    private static final int SHORTEST = 12;
    private static final int FEWEST_BLANKS = 2;
    private static final int FEWEST_SYLLABLES = 6;
    /** From here on stand the writing systems that put no blanks between words, Thai first. */
    private static final char WITHOUT_BLANKS = '\u0e00';
    private static final char VIETNAMESE_FROM = '\u1e00';
    private static final char VIETNAMESE_TO = '\u1eff';
    private static final char SIGNS_FROM = '\u2000';
    private static final char SIGNS_TO = '\u2e7f';

    private Sentence() {}

    public static boolean isOne(CharSequence text) {
        return isOne(text, 0, text.length());
    }

    /** The same for a part of a text, so that looking costs no copy. */
    public static boolean isOne(CharSequence text, int from, int to) {
        int length = 0;
        int blanks = 0;
        int syllables = 0;
        boolean tag = false;
        for (int i = from; i < to; i++) {
            char letter = text.charAt(i);
            if (letter == '<') {
                tag = true;
            } else if (tag) {
                tag = letter != '>';
            } else if (isCode(letter)) {
                return false;
            } else {
                length++;
                blanks += letter == ' ' ? 1 : 0;
                syllables += isSyllable(letter) ? 1 : 0;
            }
        }
        return length >= SHORTEST && blanks >= FEWEST_BLANKS || syllables >= FEWEST_SYLLABLES;
    }

    private static boolean isCode(char letter) {
        return letter == '{' || letter == '}' || letter == ';' || letter == '=';
    }

    private static boolean isSyllable(char letter) {
        return letter >= WITHOUT_BLANKS && (letter < VIETNAMESE_FROM || letter > VIETNAMESE_TO)
                && (letter < SIGNS_FROM || letter > SIGNS_TO);
    }
}
