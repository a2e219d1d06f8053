package vn.vonggac.fetch;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A font of old that draws Vietnamese letters in the places of Western ones; turns its text into Unicode. */
enum VietnameseFont {

    /** One place a letter; capitals with marks are drawn by a second font in the same places. */
    TCVN3 {
        @Override
        String convert(String text) {
            StringBuilder converted = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                converted.append(c >= TCVN3_START && c - TCVN3_START < TCVN3_LETTERS.length()
                        && TCVN3_LETTERS.charAt(c - TCVN3_START) != ' '
                                ? TCVN3_LETTERS.charAt(c - TCVN3_START)
                                : c);
            }
            return converted.toString();
        }
    },

    /** A letter and, in the next place, its marks. */
    VNI {
        @Override
        String convert(String text) {
            StringBuilder converted = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                String alone = VNI_ALONE.getOrDefault(text.charAt(i), text.substring(i, i + 1));
                String marks = i + 1 < text.length() && carries(text.charAt(i))
                        ? VNI_MARKS.getOrDefault(Character.toLowerCase(text.charAt(i + 1)), "")
                        : "";
                converted.append(
                        marks.isEmpty() ? alone : Normalizer.normalize(alone + marks, Normalizer.Form.NFC));
                i += marks.isEmpty() ? 0 : 1;
            }
            return converted.toString();
        }

        private static boolean carries(char letter) {
            return "aeouyôöAEOUYÔÖ".indexOf(letter) >= 0;
        }
    };

    private static final char TCVN3_START = '\u00a1';
    private static final String TCVN3_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ";
    private static final Map<Character, String> VNI_ALONE = Map.ofEntries(Map.entry('ñ', "đ"),
            Map.entry('Ñ', "Đ"),
            Map.entry('ô', "ơ"), Map.entry('Ô', "Ơ"), Map.entry('ö', "ư"), Map.entry('Ö', "Ư"),
            Map.entry('æ', "ỉ"),
            Map.entry('Æ', "Ỉ"), Map.entry('ó', "ĩ"), Map.entry('Ó', "Ĩ"), Map.entry('ò', "ị"),
            Map.entry('Ò', "Ị"),
            Map.entry('î', "ỵ"), Map.entry('Î', "Ỵ"));
    private static final Map<Character, String> VNI_MARKS = marks();
    /** Letters that Vietnamese in Unicode has no use for, and text in these fonts is full of. */
    private static final String ODD = "¡¢£¤¥¦§¨©ª¬\u00ad®µ¶·¸¹¼½¾ÄÅÆÇÏÐÑÖ×ØÛÜÞßäåæçëïðñöøûüþ";
    private static final int ENOUGH_ODD = 4;

    abstract String convert(String text);

    /** The font that this text was written for, where a font turns it into Vietnamese. */
    static Optional<VietnameseFont> of(String text) {
        long odd = text.chars().filter(c -> c >= 0xa1 && c <= 0xfe && ODD.indexOf(c) >= 0).limit(ENOUGH_ODD)
                .count();
        if (odd < ENOUGH_ODD || Syllables.count(text).share() > 0.4) {
            return Optional.empty();
        }
        return Stream.of(values()).filter(font -> Syllables.isVietnamese(font.convert(text)))
                .max(java.util.Comparator.comparing(font -> Syllables.count(font.convert(text)).share()));
    }

    private static Map<Character, String> marks() {
        Map<Character, String> marks = new HashMap<>();
        String[] rows = {"ùøûõï", "áàåãä", "éèúüë"};
        String[] shapes = {"", "\u0302", "\u0306"};
        for (int row = 0; row < rows.length; row++) {
            for (int tone = 0; tone < rows[row].length(); tone++) {
                marks.put(rows[row].charAt(tone),
                        shapes[row] + "\u0301\u0300\u0309\u0303\u0323".charAt(tone));
            }
        }
        marks.put('â', "\u0302");
        marks.put('ê', "\u0306");
        return Map.copyOf(marks);
    }
}
