package vn.vonggac.page;

import java.util.Locale;
import java.util.Set;

/**
 * Tokens that change without anybody saying anything: numbers, dates, counters, nonces, versions of assets. Two
 * texts that differ in a few of these only say the same.
 */
final class Volatile {

    private static final int MOST_DIFFERENCES = 8;
    private static final Set<String> DAYS = Set.of("monday", "tuesday", "wednesday", "thursday", "friday",
            "saturday",
            "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september",
            "october",
            "november", "december", "am", "pm", "hai", "ba", "tư", "năm", "sáu", "bảy", "nhật", "giờ", "phút",
            "giây");

    private Volatile() {}

    /** Whether two texts differ, and only in a few volatile tokens. */
    static boolean onlyDiffers(String first, String second) {
        int i = 0;
        int j = 0;
        int differences = 0;
        while (i < first.length() && j < second.length()) {
            int endFirst = end(first, i);
            int endSecond = end(second, j);
            boolean same = endFirst - i == endSecond - j && first.regionMatches(i, second, j, endFirst - i);
            if (!same) {
                boolean both = isVolatile(first, i, endFirst) && isVolatile(second, j, endSecond);
                if (!both || ++differences > MOST_DIFFERENCES) {
                    return false;
                }
            }
            i = endFirst;
            j = endSecond;
        }
        return i == first.length() && j == second.length();
    }

    /** The text with its volatile tokens taken out. */
    static String without(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = end(text, at);
            if (isVolatile(text, at, end)) {
                kept.append('#');
            } else {
                kept.append(text, at, end);
            }
            at = end;
        }
        return kept.toString();
    }

    /** An address without its query, fragment and the tokens in its path that look made by a machine. */
    static String withoutVersion(String url) {
        int end = url.length();
        for (int i = 0; i < end; i++) {
            if (url.charAt(i) == '?' || url.charAt(i) == '#') {
                end = i;
            }
        }
        String path = url.substring(0, end);
        int host = path.indexOf('/', path.indexOf("//") + 2);
        return host < 0 ? path : path.substring(0, host) + without(path.substring(host));
    }

    private static int end(String text, int start) {
        int at = start;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        return at == start ? start + 1 : at;
    }

    private static boolean isWord(char letter) {
        return letter >= 0x80
                ? Character.isLetterOrDigit(letter)
                : letter >= '0' && letter <= '9' || (letter | 0x20) >= 'a' && (letter | 0x20) <= 'z';
    }

    private static boolean isVolatile(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return end - start > 1 && end - start < 10
                && DAYS.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }
}
