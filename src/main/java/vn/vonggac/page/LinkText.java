package vn.vonggac.page;

import java.util.Arrays;

/** The text of a link, gathered piece by piece up to a bound; every run of blanks is one. */
final class LinkText {

    private final int longest;
    private char[] letters = new char[80];
    private int length;

    LinkText(int longest) {
        this.longest = longest;
    }

    /** Made ready for the next link. */
    LinkText clear() {
        length = 0;
        return this;
    }

    /** Whether any letter of the text found room. */
    boolean add(String raw) {
        boolean any = false;
        for (int i = 0; i < raw.length() && length < longest; i++) {
            char letter = raw.charAt(i);
            if (TextRun.isBlank(letter)) {
                blank();
            } else {
                put(letter);
                any = true;
            }
        }
        return any;
    }

    void blank() {
        if (length > 0 && length < longest && letters[length - 1] != ' ') {
            put(' ');
        }
    }

    private void put(char letter) {
        if (length == letters.length) {
            letters = Arrays.copyOf(letters, length * 2);
        }
        letters[length++] = letter;
    }

    String text() {
        return new String(letters, 0, length).strip();
    }
}
