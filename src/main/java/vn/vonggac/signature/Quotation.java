package vn.vonggac.signature;

/** Tells whether words stand in quotation marks. */
final class Quotation {

    private static final int LONGEST = 300;
    private static final String OPENING = "\u201c\u00ab\u201e";
    private static final String CLOSING = "\u201d\u00bb\u201c";

    private Quotation() {}

    /** Marks that look alike on both sides open and close in turn. */
    static boolean around(String text, int from, int to) {
        return opened(text, from) && closed(text, to);
    }

    private static boolean opened(String text, int from) {
        boolean straight = false;
        for (int i = from - 1; i >= Math.max(0, from - LONGEST); i--) {
            char sign = text.charAt(i);
            if (OPENING.indexOf(sign) >= 0) {
                return true;
            }
            if (CLOSING.indexOf(sign) >= 0) {
                return false;
            }
            straight ^= sign == '"';
        }
        return straight;
    }

    private static boolean closed(String text, int to) {
        for (int i = to; i < Math.min(text.length(), to + LONGEST); i++) {
            if (text.charAt(i) == '"' || CLOSING.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
