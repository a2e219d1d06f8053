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

    String of(String text) {
        StringBuilder masked = new StringBuilder(text.length());
        Word word = new Word(text);
        int plain = 0;
        while (word.next()) {
            if (word.isToken()) {
                masked.append(text, plain, word.start).append('#');
                plain = word.end;
            } else if (word.digits > 0) {
                masked.append(text, plain, word.start);
                digits(word, text, masked);
                plain = word.end;
            }
        }
        return masked.append(text, plain, text.length()).toString();
    }

    private void digits(Word word, String text, StringBuilder masked) {
        if (word.isNumber()) {
            number(word, text, masked);
        } else if (this == DIGITS) {
            withoutDigits(word, text, masked);
        } else {
            masked.append(text, word.start, word.end);
        }
    }

    private static void withoutDigits(Word word, String text, StringBuilder masked) {
        boolean inside = false;
        for (int i = word.start; i < word.end; i++) {
            boolean digit = Word.isDigit(text.charAt(i));
            if (!digit || !inside) {
                masked.append(digit ? '0' : text.charAt(i));
            }
            inside = digit;
        }
    }

    /** A number of several groups, such as a date or a large amount, becomes one. */
    private void number(Word word, String text, StringBuilder masked) {
        boolean grouped = word.hyphens > 0 || joins(text, word.start - 1) || joins(text, word.end);
        if (this == TOKENS && !grouped) {
            masked.append(text, word.start, word.end);
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

    private boolean joins(String text, int at) {
        if (at < 1 || at + 1 >= text.length() || !isJoint(text.charAt(at))) {
            return false;
        }
        return Word.isDigit(text.charAt(at - 1)) && Word.isDigit(text.charAt(at + 1));
    }

    /** Amounts are written with commas and dots: those are no dates. */
    private boolean isJoint(char letter) {
        return letter == '/' || letter == ':' || this != TOKENS && (letter == '.' || letter == ',');
    }

    /** The words of a text one after the other; parts joined by hyphens are one. */
    private static final class Word {

        private static final int SHORTEST_HEX = 8;
        private static final int SHORTEST_RANDOM = 16;
        /** Words written together change case at every fifth letter or so, random letters at every other. */
        private static final double RANDOM = 0.34;
        private static final byte LETTER = 1;
        private static final byte DIGIT = 2;
        private static final byte CAPITAL = 4;
        private static final byte HEX = 8;
        private static final byte HYPHEN = 16;
        private static final byte OTHER = 32;
        private static final byte[] ASCII = ascii();

        private final String text;
        int start;
        int end;
        int digits;
        int hyphens;
        private int hex;
        private int turns;
        private boolean foreign;

        Word(String text) {
            this.text = text;
        }

        private static byte[] ascii() {
            byte[] kinds = new byte[128];
            for (char letter = 0; letter < kinds.length; letter++) {
                int kind = Character.isDigit(letter) ? DIGIT : 0;
                kind |= Character.isLowerCase(letter) ? LETTER : Character.isUpperCase(letter) ? CAPITAL : 0;
                kind |= Character.digit(letter, 16) >= 0 ? HEX : 0;
                kind |= letter == '-' ? HYPHEN : letter == '_' ? OTHER : 0;
                kinds[letter] = (byte) kind;
            }
            return kinds;
        }

        static boolean isDigit(char letter) {
            return letter >= '0' && letter <= '9';
        }

        private static int kind(char letter) {
            return letter < ASCII.length ? ASCII[letter] : Character.isLetterOrDigit(letter) ? OTHER : 0;
        }

        boolean next() {
            int at = end;
            while (at < text.length() && (kind(text.charAt(at)) & ~HYPHEN) == 0) {
                at++;
            }
            start = at;
            digits = 0;
            hyphens = 0;
            hex = 0;
            turns = 0;
            foreign = false;
            int before = 0;
            for (; at < text.length(); at++) {
                int kind = kind(text.charAt(at));
                if (kind == 0) {
                    break;
                }
                count(kind, before);
                foreign |= text.charAt(at) >= ASCII.length;
                before = kind;
            }
            end = at;
            return end > start;
        }

        private void count(int kind, int before) {
            digits += kind >> 1 & 1;
            hyphens += kind >> 4 & 1;
            hex += kind >> 3 & 1;
            boolean edge = before != 0 && ((kind ^ before) & DIGIT) != 0;
            // a capital that begins a word is no turn, one inside a word is
            turns += edge || (before & LETTER) != 0 && (kind & CAPITAL) != 0 ? 1 : 0;
        }

        boolean isNumber() {
            return digits + hyphens == end - start;
        }

        boolean isToken() {
            int length = end - start;
            if (length < SHORTEST_HEX || digits < 2 || foreign || isNumber()) {
                return false;
            }
            return hex + hyphens == length || length >= SHORTEST_RANDOM && turns >= length * RANDOM;
        }
    }
}
