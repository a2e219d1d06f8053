package vn.vonggac.cli;

/** Text that strangers wrote, made harmless for where it is shown. */
final class Inert {

    private static final char SHOWN = '\u00b7';

    private Inert() {}

    /** Without what moves a terminal's cursor or turns the direction of writing. */
    static String text(String text) {
        StringBuilder inert = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean harmless = letter >= ' ' && Character.getType(letter) != Character.FORMAT
                    && !Character.isISOControl(letter) && !isHalf(text, i);
            inert.append(harmless ? letter : letter == '\n' || letter == '\t' ? ' ' : SHOWN);
        }
        return inert.toString();
    }

    /** Whether half of a pair of surrogates stands alone. */
    private static boolean isHalf(String text, int at) {
        char letter = text.charAt(at);
        if (Character.isHighSurrogate(letter)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(letter)
                && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    static String html(String text) {
        return text(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "\u2026";
    }
}
