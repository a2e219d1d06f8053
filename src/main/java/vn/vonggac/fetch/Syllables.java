package vn.vonggac.fetch;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells Vietnamese from letters that only look odd, by the form that every Vietnamese syllable has. */
final class Syllables {

    private static final int LOOKED_AT = 262_144;
    private static final int ENOUGH_WORDS = 2_000;
    private static final int FEWEST = 3;
    /** Words with a letter outside ASCII; whatever is not ASCII counts as a letter, but for usual punctuation. */
    private static final Pattern WORD = Pattern.compile(
            "[A-Za-z]*[\\x{80}-\\x{ffff}&&[^\\x{a0}\\x{ab}\\x{bb}\\x{b7}\\x{2000}-\\x{206f}\\x{feff}]]"
                    + "[A-Za-z\\x{80}-\\x{ffff}&&[^\\x{a0}\\x{ab}\\x{bb}\\x{b7}\\x{2000}-\\x{206f}\\x{feff}]]*");
    private static final Pattern TONE = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");
    private static final Pattern SYLLABLE = Pattern.compile(
            "(ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?"
                    + "(a|ai|ao|au|ay|ă|â|âu|ây|e|eo|ê|êu|i|ia|iê|iêu|iu|o|oa|oai|oao|oay|oă|oe|oeo|oi|oo|ô|ôi|ơ|ơi"
                    + "|u|ua|uâ|uây|uă|uê|ui|uô|uôi|uơ|uy|uya|uyê|uyu|ư|ưa|ưi|ươ|ươi|ươu|ưu|y|yê|yêu)"
                    + "(ng|nh|ch|[cmnpt])?");
    private static final Pattern TAG = Pattern.compile("<[^>]{0,2000}>");

    private Syllables() {}

    static boolean isVietnamese(String text) {
        return count(text).share() >= 0.7;
    }

    /** How many of the words with foreign letters are Vietnamese syllables. */
    record Count(int words, int syllables) {

        double share() {
            return syllables < FEWEST ? 0 : (double) syllables / words;
        }
    }

    static Count count(String text) {
        String start = text.length() <= LOOKED_AT ? text : text.substring(0, LOOKED_AT);
        Matcher word = WORD.matcher(TAG.matcher(start).replaceAll(" "));
        int words = 0;
        int syllables = 0;
        while (words < ENOUGH_WORDS && word.find()) {
            words++;
            syllables += isSyllable(word.group()) ? 1 : 0;
        }
        return new Count(words, syllables);
    }

    static boolean isSyllable(String word) {
        String apart = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        Matcher tone = TONE.matcher(apart);
        String bare = Normalizer.normalize(tone.replaceFirst(""), Normalizer.Form.NFC);
        return SYLLABLE.matcher(bare).matches();
    }
}
