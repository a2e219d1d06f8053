package vn.vonggac.page;

import java.util.Locale;

/**
 * Text that stands backwards in the source and is turned round on the screen: by a {@code bdo} element, by a style that
 * overrides the direction of writing, or by the character that does. Scripts written from the right stand as they read.
 */
final class Mirrored {

    private static final char FROM_THE_RIGHT = '\u202e';
    private static final char ENDS = '\u202c';
    private static final int SHORTEST_STYLE = "unicode-bidi:bidi-override;direction:rtl".length();

    private Mirrored() {}

    /** Whether this style says so. */
    static boolean by(String style) {
        if (style.length() < SHORTEST_STYLE) {
            return false;
        }
        String plain = style.toLowerCase(Locale.ROOT);
        return plain.contains("override") && plain.contains("rtl");
    }

    /** A text as it is read, where the element that it stands in turns it round or does not. */
    static String read(String raw, boolean turned) {
        int mark = turned ? -1 : raw.indexOf(FROM_THE_RIGHT);
        if (mark < 0) {
            return turned && !fromTheRight(raw) ? reversed(raw) : raw;
        }
        int end = raw.indexOf(ENDS, mark);
        String inside = raw.substring(mark + 1, end < 0 ? raw.length() : end);
        String rest = end < 0 ? "" : raw.substring(end + 1);
        return raw.substring(0, mark) + (fromTheRight(inside) ? inside : reversed(inside))
                + read(rest, false);
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private static boolean fromTheRight(String text) {
        return text.codePoints().mapToObj(Character::getDirectionality)
                .anyMatch(way -> way == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || way == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    }
}
