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
        if (turned) {
            return fromTheRight(raw) ? raw : reversed(raw);
        }
        return raw.indexOf(FROM_THE_RIGHT) < 0 ? raw : piecewise(raw);
    }

    private static String piecewise(String raw) {
        StringBuilder read = new StringBuilder(raw.length());
        int from = 0;
        for (int mark = raw.indexOf(FROM_THE_RIGHT); mark >= 0; mark = raw.indexOf(FROM_THE_RIGHT, from)) {
            int closed = raw.indexOf(ENDS, mark);
            int end = closed < 0 ? raw.length() : closed;
            read.append(raw, from, mark).append(read(raw.substring(mark + 1, end), true));
            from = Math.min(end + 1, raw.length());
        }
        return read.append(raw, from, raw.length()).toString();
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
