package vn.vonggac.detector;

import java.util.Locale;
import java.util.Set;

/**
 * The language a text is written in, as far as its letters and its smallest words tell: enough to see that a
 * Vietnamese portal suddenly speaks Thai, Japanese, Chinese or Indonesian.
 */
enum WritingSystem {
    VIETNAMESE, INDONESIAN, ENGLISH, LATIN, THAI, HAN, JAPANESE, KOREAN, ARABIC, CYRILLIC, UNKNOWN;

    private static final int LONGEST = 20_000;
    private static final int SHORTEST = 80;
    private static final double DOMINANT = 0.3;
    private static final double VIETNAMESE_LETTERS = 0.08;
    private static final double SMALL_WORDS = 0.08;
    private static final String VIETNAMESE_ONLY = "ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ";
    private static final Set<String> INDONESIAN_WORDS = Set.of("yang", "dan", "di", "dengan", "untuk", "ini",
            "situs",
            "dari", "anda", "adalah", "pada", "tidak", "bisa", "akan", "atau", "dalam", "juga", "bermain");
    private static final Set<String> ENGLISH_WORDS = Set.of("the", "and", "of", "to", "in", "for", "is", "on",
            "with",
            "you", "your", "this", "that", "are", "by", "from");

    static WritingSystem of(String text) {
        String start = text.substring(0, Math.min(text.length(), LONGEST));
        int[] letters = new int[values().length];
        int all = 0;
        for (int i = 0; i < start.length(); i++) {
            if (Character.isLetter(start.charAt(i))) {
                all++;
                letters[system(start.charAt(i)).ordinal()]++;
            }
        }
        return all < SHORTEST ? UNKNOWN : strongest(letters, all, start);
    }

    private static WritingSystem strongest(int[] letters, int all, String text) {
        for (WritingSystem system : Set.of(THAI, KOREAN, ARABIC, CYRILLIC)) {
            if (letters[system.ordinal()] > DOMINANT * all) {
                return system;
            }
        }
        int kana = letters[JAPANESE.ordinal()];
        if (kana + letters[HAN.ordinal()] > DOMINANT * all) {
            return kana > VIETNAMESE_LETTERS * all ? JAPANESE : HAN;
        }
        return letters[VIETNAMESE.ordinal()] > VIETNAMESE_LETTERS * all ? VIETNAMESE : latin(text);
    }

    private static WritingSystem latin(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+");
        if (share(words, INDONESIAN_WORDS) > SMALL_WORDS) {
            return INDONESIAN;
        }
        return share(words, ENGLISH_WORDS) > SMALL_WORDS ? ENGLISH : LATIN;
    }

    private static double share(String[] words, Set<String> known) {
        int found = 0;
        for (String word : words) {
            found += known.contains(word) ? 1 : 0;
        }
        return (double) found / words.length;
    }

    private static WritingSystem system(char letter) {
        if (letter < 128) {
            return LATIN;
        }
        return switch (Character.UnicodeScript.of(letter)) {
            case THAI -> THAI;
            case HAN -> HAN;
            case HIRAGANA, KATAKANA -> JAPANESE;
            case HANGUL -> KOREAN;
            case ARABIC -> ARABIC;
            case CYRILLIC -> CYRILLIC;
            default -> VIETNAMESE_ONLY.indexOf(Character.toLowerCase(letter)) >= 0 ? VIETNAMESE : LATIN;
        };
    }
}
