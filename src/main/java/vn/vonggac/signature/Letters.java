package vn.vonggac.signature;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each character stands for in a word. The answer for a character of the basic plane is worked out once and
 * kept in a table, so that reading a page costs one look-up a character.
 */
final class Letters {

    /** What a character does to the word it stands in. */
    static final int BREAK = 1;
    static final int LATIN = 2;
    static final int DIGIT = 3;
    static final int FOREIGN = 4;
    static final int ALONE = 5;
    static final int TONE = 6;
    static final int IGNORED = 7;
    static final int SEVERAL = 8;

    private static final String VIETNAMESE = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";
    private static final String TONES = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323";
    private static final String DRAWN = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢɑɡıȷøłħŧðƀɓƈɖɗɛƒɠɦɨɩƙɫƚɱɲƞɵƥʠɽʂƭʈʉʋƴƶʐαɐʌ";
    private static final String DRAWN_AS = "abcdefghijklmnopqrstuvwyzagijolhtđbbcddefghiikllmnnopqrsttuvyzzaav";

    private static final int[] TABLE = new int[Character.MAX_VALUE + 1];
    private static final Map<Integer, Integer> BEYOND = new ConcurrentHashMap<>();
    private static final char[] STRIPPED = stripped();

    private Letters() {}

    /** The kind of a character in the low four bits, what it reads as above them. */
    static int of(int codePoint) {
        if (codePoint > Character.MAX_VALUE) {
            return BEYOND.computeIfAbsent(codePoint, Letters::work);
        }
        int known = TABLE[codePoint];
        if (known == 0) {
            known = work(codePoint);
            TABLE[codePoint] = known;
        }
        return known;
    }

    /** Whether the character is a letter of ours or a digit and nothing else. */
    static boolean isPlain(int entry) {
        int kind = entry & 15;
        return kind == LATIN || kind == DIGIT;
    }

    static int kind(int entry) {
        return entry & 15;
    }

    static char reads(int entry) {
        return (char) (entry >>> 4);
    }

    /** The letter without its Vietnamese marks; any other character as it is. */
    static char strip(char letter) {
        return letter < STRIPPED.length ? STRIPPED[letter] : letter;
    }

    static String several(int codePoint) {
        return compatible(codePoint).toLowerCase(Locale.ROOT);
    }

    /** The Latin letter that a letter of another script looks like, 0 when there is none. */
    static char lookAlike(int codePoint) {
        return LookAlikes.of(codePoint);
    }

    private static int entry(int kind, int reads) {
        return kind | reads << 4;
    }

    private static int work(int codePoint) {
        if (ignorable(codePoint)) {
            return entry(TONES.indexOf(codePoint) >= 0 ? TONE : IGNORED, codePoint);
        }
        String plain = enclosed(codePoint);
        if (plain.codePointCount(0, plain.length()) > 1) {
            return plain.codePoints().anyMatch(Character::isLetterOrDigit) ? SEVERAL : BREAK;
        }
        int letter = plain.isEmpty() ? ' ' : plain.codePointAt(0);
        return Character.isLetterOrDigit(letter) || Character.getType(letter) == Character.NON_SPACING_MARK
                || Character.getType(letter) == Character.COMBINING_SPACING_MARK ? word(letter) : BREAK;
    }

    private static int word(int letter) {
        if (Character.isDigit(letter)) {
            return entry(DIGIT, '0' + Character.digit(letter, 10));
        }
        if (letter < 128 || VIETNAMESE.indexOf(letter) >= 0) {
            return entry(LATIN, letter);
        }
        int drawn = DRAWN.indexOf(letter);
        if (drawn >= 0) {
            return entry(LATIN, DRAWN_AS.charAt(drawn));
        }
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN
                ? latin(letter)
                : foreign(letter);
    }

    private static int latin(int letter) {
        char base = Normalizer2.getNFDInstance().normalize(Character.toString(letter)).charAt(0);
        char like = base < 128 ? base : lookAlike(letter);
        return like == 0 ? entry(FOREIGN, letter) : entry(LATIN, like);
    }

    private static int foreign(int letter) {
        if (letter > Character.MAX_VALUE) {
            return BREAK;
        }
        return entry(withoutSpaces(letter) ? ALONE : FOREIGN, sameArabic(letter));
    }

    /** Scripts written without spaces: every sign is a word of its own and a word is a phrase. */
    private static boolean withoutSpaces(int letter) {
        return letter == 'ー' || switch (Character.UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    private static int sameArabic(int letter) {
        return switch (letter) {
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ى', 'ی' -> 'ي';
            case 'ک' -> 'ك';
            case 'ة' -> 'ه';
            case 'ё' -> 'е';
            default -> letter;
        };
    }

    private static boolean ignorable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT -> true;
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> decoration(codePoint);
            default ->
                codePoint == 0x3164 || codePoint == 0xFFA0 || codePoint == 0x115F || codePoint == 0x1160;
        };
    }

    private static boolean decoration(int mark) {
        Character.UnicodeScript script = Character.UnicodeScript.of(mark);
        return script == Character.UnicodeScript.INHERITED || script == Character.UnicodeScript.ARABIC
                || script == Character.UnicodeScript.HEBREW || script == Character.UnicodeScript.CYRILLIC;
    }

    /** Compatible form in lower case, letters in circles and squares taken out of them. */
    private static String enclosed(int codePoint) {
        if (codePoint >= 0x1F150 && codePoint <= 0x1F169) {
            return Character.toString('a' + codePoint - 0x1F150);
        }
        if (codePoint >= 0x1F170 && codePoint <= 0x1F189) {
            return Character.toString('a' + codePoint - 0x1F170);
        }
        String plain = several(codePoint);
        boolean bracketed = plain.length() == 3 && plain.charAt(0) == '(';
        return bracketed ? plain.substring(1, 2) : withoutDot(plain);
    }

    /** The capital dotted i of Turkish is lower-cased to two characters. */
    private static String withoutDot(String plain) {
        return plain.equals("i̇") ? "i" : plain;
    }

    private static String compatible(int codePoint) {
        return Normalizer2.getNFKCInstance().normalize(Character.toString(codePoint));
    }

    private static char[] stripped() {
        char[] letters = new char[0x1F00];
        for (char letter = 0; letter < letters.length; letter++) {
            int index = VIETNAMESE.indexOf(letter);
            letters[letter] = index < 0 ? letter : plain(letter);
        }
        return letters;
    }

    private static char plain(char marked) {
        return marked == 'đ'
                ? 'd'
                : Normalizer2.getNFDInstance().normalize(Character.toString(marked)).charAt(0);
    }

    /** Loaded with the first letter that needs it: most pages have none. */
    private static final class LookAlikes {

        /** Drawn much like a letter of ours, if not quite. */
        private static final String OTHERS = "ηωεβγμλπκχпишямк";
        private static final String OTHERS_AS = "nwebyulnkxnuwrmk";

        private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();
        private static final Map<Integer, Character> KNOWN = new ConcurrentHashMap<>();
        private static final Map<String, Character> SKELETONS = skeletons();

        private static char of(int codePoint) {
            return KNOWN.computeIfAbsent(codePoint, LookAlikes::find);
        }

        private static char find(int codePoint) {
            String drawn = Character.toString(codePoint);
            String skeleton = CHECKER.getSkeleton(drawn);
            int other = OTHERS.indexOf(codePoint);
            if (other >= 0) {
                return OTHERS_AS.charAt(other);
            }
            Character same = SKELETONS.get(skeleton);
            if (same == null && skeleton.length() == 1) {
                int small = DRAWN.indexOf(skeleton.charAt(0));
                return small < 0 ? 0 : DRAWN_AS.charAt(small);
            }
            return same == null ? 0 : same == 'l' && Character.isUpperCase(codePoint) ? 'i' : same;
        }

        private static Map<String, Character> skeletons() {
            Map<String, Character> letters = new ConcurrentHashMap<>();
            for (char letter = 'a'; letter <= 'z'; letter++) {
                letters.putIfAbsent(CHECKER.getSkeleton(Character.toString(letter)), letter);
            }
            for (char letter = 'A'; letter <= 'Z'; letter++) {
                letters.putIfAbsent(CHECKER.getSkeleton(Character.toString(letter)),
                        Character.toLowerCase(letter));
            }
            return letters;
        }
    }
}
