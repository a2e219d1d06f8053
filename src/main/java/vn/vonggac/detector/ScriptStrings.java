package vn.vonggac.detector;

import java.util.ArrayList;
import java.util.List;
import vn.vonggac.page.Sentence;

/** The sentences among the strings of a script, found in one pass over its text: most scripts need no closer look. */
final class ScriptStrings {

    private static final int LONGEST = 2_000;

    private ScriptStrings() {}

    static List<String> sentences(String text, int most) {
        List<String> found = new ArrayList<>();
        int at = 0;
        while (at < text.length() && found.size() < most) {
            char quote = text.charAt(at++);
            if (quote == '"' || quote == '\'' || quote == '`') {
                int end = end(text, at, quote);
                if (end > at && Sentence.isOne(text, at, end)) {
                    found.add(text.substring(at, end));
                }
                at = Math.max(at, end + 1);
            }
        }
        return found;
    }

    /** Where the string that begins here ends; -1 when it is none, as an apostrophe in a remark. */
    private static int end(String text, int from, char quote) {
        for (int i = from; i < text.length() && i - from <= LONGEST; i++) {
            char letter = text.charAt(i);
            if (letter == quote) {
                return i;
            }
            if (letter == '\n' && quote != '`') {
                return -1;
            }
            i += letter == '\\' ? 1 : 0;
        }
        return -1;
    }
}
