package vn.vonggac.page;

/**
 * What changes without meaning: numbers, dates, and the random tokens that servers put into pages. A token has no
 * words in it, so that nothing readable can hide behind a mask.
 */
enum Mask {
    /** Tokens, dates and times of day. */
    TOKENS,
    /** And every number that stands alone. */
    NUMBERS,
    /** And every digit, as code has them. */
    DIGITS;

    private static final int SHORTEST_HEX = 8;
    private static final int SHORTEST_RANDOM = 16;
    /** Words written together change case at every fifth letter or so, random letters at every other. */
    private static final double RANDOM = 0.34;

    String of(String text) {
        StringBuilder masked = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char letter = text.charAt(i);
            int end = isWord(letter) ? word(text, i) : i + 1;
            if (isWord(letter)) {
                word(text, i, end, masked);
            } else {
                masked.append(letter);
            }
            i = end;
        }
        return masked.toString();
    }

    private static boolean isWord(char letter) {
        return letter == '_' || Character.isLetterOrDigit(letter);
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    /** Where the word ends that begins here; parts joined by hyphens are one. */
    private static int word(String text, int start) {
        int end = start;
        while (end < text.length() && (isWord(text.charAt(end)) || text.charAt(end) == '-')) {
            end++;
        }
        return end;
    }

    private void word(String text, int start, int end, StringBuilder masked) {
        if (isToken(text, start, end)) {
            masked.append('#');
            return;
        }
        if (isNumber(text, start, end)) {
            number(text, start, end, masked);
            return;
        }
        for (int i = start; i < end; i++) {
            char letter = text.charAt(i);
            boolean digit = this == DIGITS && isDigit(letter);
            if (!digit) {
                masked.append(letter);
            } else if (masked.isEmpty() || masked.charAt(masked.length() - 1) != '0') {
                masked.append('0');
            }
        }
    }

    private static boolean isNumber(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!isDigit(text.charAt(i)) && text.charAt(i) != '-') {
                return false;
            }
        }
        return true;
    }

    /** A number of several groups, such as a date or a large amount, becomes one. */
    private void number(String text, int start, int end, StringBuilder masked) {
        boolean grouped = joins(text, start - 1) || joins(text, end) || hasHyphen(text, start, end);
        if (this == TOKENS && !grouped) {
            masked.append(text, start, end);
            return;
        }
        int length = masked.length();
        boolean goesOn = length > 1 && masked.charAt(length - 2) == '0' && isJoint(masked.charAt(length - 1));
        if (goesOn) {
            masked.setLength(length - 1);
        } else {
            masked.append('0');
        }
    }

    private static boolean hasHyphen(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '-') {
                return true;
            }
        }
        return false;
    }

    private boolean joins(String text, int at) {
        if (at < 1 || at + 1 >= text.length() || !isJoint(text.charAt(at))) {
            return false;
        }
        return isDigit(text.charAt(at - 1)) && isDigit(text.charAt(at + 1));
    }

    /** Amounts are written with commas and dots: those are no dates. */
    private boolean isJoint(char letter) {
        return letter == '/' || letter == ':' || this != TOKENS && (letter == '.' || letter == ',');
    }

    private static boolean isToken(String text, int start, int end) {
        if (end - start < SHORTEST_HEX) {
            return false;
        }
        int digits = 0;
        int hex = 0;
        int turns = 0;
        for (int i = start; i < end; i++) {
            char letter = text.charAt(i);
            if (letter > 'z') {
                return false;
            }
            digits += isDigit(letter) ? 1 : 0;
            hex += Character.digit(letter, 16) >= 0 || letter == '-' ? 1 : 0;
            turns += i > start && turns(text.charAt(i - 1), letter) ? 1 : 0;
        }
        int length = end - start;
        boolean mixed = digits > 1 && digits < length;
        return mixed && (hex == length && letters(text, start, end) > 0
                || length >= SHORTEST_RANDOM && turns >= length * RANDOM);
    }

    private static int letters(String text, int start, int end) {
        int letters = 0;
        for (int i = start; i < end; i++) {
            letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
        }
        return letters;
    }

    /** A capital that begins a word is no turn; a letter beside a digit, or a capital inside a word, is one. */
    private static boolean turns(char before, char letter) {
        if (isDigit(before) != isDigit(letter)) {
            return true;
        }
        return Character.isLowerCase(before) && Character.isUpperCase(letter);
    }
}
