package vn.vonggac.page;

import java.util.Locale;

/** Lengths in style sheets and attributes as roughly as hiding needs them: pixels, whatever the unit. */
final class Lengths {

    /** Further than this to the left or above, nothing is on the screen. */
    static final int FAR = 500;

    private Lengths() {}

    /** The length in pixels, {@link Look#UNSET} for words such as {@code auto}. */
    static int pixels(String value) {
        int end = numberEnd(value, 0);
        if (end == 0) {
            return Look.UNSET;
        }
        double number = number(value.substring(0, end));
        double unit = switch (word(value, end)) {
            case "em", "rem", "ex", "ch" -> 16;
            case "%", "vw", "vh" -> 10;
            case "pt" -> 1.33;
            case "cm" -> 38;
            case "in" -> 96;
            default -> 1;
        };
        return (int) Math.clamp(Math.ceil(number * unit), -1_000_000, 1_000_000);
    }

    static double number(String text) {
        int end = numberEnd(text, 0);
        try {
            return end == 0
                    ? 1
                    : Double.parseDouble(text.substring(0, end)) / (text.startsWith("%", end) ? 100 : 1);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /** The size in the {@code font} shorthand. */
    static int fontSize(String value) {
        for (String part : value.split("[\\s/]+", 8)) {
            if (!part.isEmpty() && Character.isDigit(part.charAt(0))
                    && (part.length() != 3 || !part.endsWith("00"))) {
                return pixels(part);
            }
        }
        return Look.UNSET;
    }

    /** {@code rect(0,0,0,0)}, {@code rect(1px 1px 1px 1px)}, {@code inset(50%)}, {@code circle(0)}. */
    static boolean clips(String value) {
        if (value.startsWith("circle(0") || value.startsWith("inset(50%") || value.startsWith("inset(100%")) {
            return true;
        }
        if (!value.startsWith("rect(")) {
            return false;
        }
        for (String side : value.substring(5).split("[\\s,)]+", 8)) {
            if (!side.isEmpty() && Math.abs(pixels(side)) > 1) {
                return false;
            }
        }
        return true;
    }

    /** {@code translate(-9999px)} and {@code scale(0)}. */
    static boolean movesAway(String value) {
        int bracket = value.indexOf('(');
        if (bracket < 0) {
            return false;
        }
        String first = value.substring(bracket + 1);
        if (value.startsWith("scale")) {
            return first.startsWith("0)") || first.startsWith("0,") || first.startsWith("0.0");
        }
        return value.startsWith("translate") && anyFar(first);
    }

    private static boolean anyFar(String arguments) {
        for (String part : arguments.split("[\\s,)]+", 8)) {
            int pixels = part.isEmpty() ? 0 : pixels(part);
            if (pixels != Look.UNSET && pixels < -FAR) {
                return true;
            }
        }
        return false;
    }

    private static String word(String value, int start) {
        int end = start;
        while (end < value.length() && (Character.isLetter(value.charAt(end)) || value.charAt(end) == '%')) {
            end++;
        }
        return value.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static int numberEnd(String text, int start) {
        int at = start;
        boolean digit = false;
        while (at < text.length()) {
            char letter = text.charAt(at);
            boolean sign = at == start && (letter == '-' || letter == '+');
            if (!sign && letter != '.' && (letter < '0' || letter > '9')) {
                break;
            }
            digit |= letter >= '0' && letter <= '9';
            at++;
        }
        return digit ? at : 0;
    }
}
