package vn.vonggac.page;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The different words of some text in the order in which they come up; what is written without blanks, letter by letter. */
final class Wording {

    private static final int MOST = 5_000;
    private static final int SHORTEST = 2;
    /** Beyond that it is an address or a code. */
    private static final int LONGEST = 24;

    private final Set<String> words = new LinkedHashSet<>();

    private Wording() {}

    static Set<String> of(List<Block> blocks) {
        Wording wording = new Wording();
        for (Block block : blocks) {
            wording.add(Normalizer.normalize(block.text(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
        }
        return wording.words;
    }

    private void add(String text) {
        int start = 0;
        for (int at = 0; at < text.length() && words.size() < MOST; at++) {
            char letter = text.charAt(at);
            if (!Character.isLetterOrDigit(letter) || standsAlone(letter)) {
                word(text, start, at);
                start = at + 1;
                if (standsAlone(letter)) {
                    words.add(String.valueOf(letter));
                }
            }
        }
        if (words.size() < MOST) {
            word(text, start, text.length());
        }
    }

    private void word(String text, int start, int end) {
        int length = end - start;
        if (length >= SHORTEST && length <= LONGEST
                && text.substring(start, end).chars().anyMatch(Character::isLetter)) {
            words.add(text.substring(start, end));
        }
    }

    /** Han, Japanese and Thai set no blanks between words. */
    private static boolean standsAlone(char letter) {
        return letter >= '\u0e00' && (Character.isIdeographic(letter) || letter <= '\u0eff'
                || letter >= '\u3040' && letter <= '\u30ff');
    }
}
