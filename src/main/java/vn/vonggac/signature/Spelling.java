package vn.vonggac.signature;

/** Other ways to read one word: digits and signs as letters, teencode as standard spelling, letters of another script. */
final class Spelling {

    private static final int LETTER = 1;
    private static final int SIGN = 2;
    private static final int TEEN = 4;
    private static final int FOREIGN = 8;

    private static final int MOST = 4;
    private static final int LONGEST_TEENCODE = 7;
    private static final String SIGNS = "0134578@$!€¡69";
    private static final String SIGNS_AS = "oieastbasieigg";
    private static final String SIGNS_OR = "oleastbasieigg";

    private final String[] readings = new String[MOST];
    private int count;
    private final StringBuilder word = new StringBuilder();

    int count() {
        return count;
    }

    String reading(int index) {
        return readings[index];
    }

    void read(Pieces pieces, int piece) {
        count = 0;
        int from = pieces.from(piece);
        int length = pieces.to(piece) - from;
        char[] letters = pieces.letters();
        int seen = shape(letters, from, length);
        if ((seen & FOREIGN) != 0 && (seen & LETTER) == 0 && length > 1) {
            alike(letters, from, length);
        }
        if ((seen & LETTER) != 0 && (seen & SIGN) != 0) {
            signsAsLetters(letters, from, length);
        }
        if ((seen & TEEN) != 0 && (seen & SIGN) == 0 && length <= LONGEST_TEENCODE) {
            teencode(letters, from, length);
        }
    }

    private static int shape(char[] letters, int from, int length) {
        int seen = 0;
        for (int i = from; i < from + length; i++) {
            char letter = letters[i];
            if (letter >= 'a' && letter <= 'z') {
                seen |= letter == 'f' || letter == 'j' || letter == 'w' || letter == 'z' || letter == 'k'
                        ? LETTER | TEEN
                        : LETTER;
            } else if (letter < 128) {
                seen |= SIGN;
            } else {
                seen |= letter == Letters.strip(letter) ? FOREIGN : LETTER;
            }
        }
        return seen;
    }

    private void alike(char[] letters, int from, int length) {
        word.setLength(0);
        for (int i = from; i < from + length; i++) {
            char like = letters[i] < 128 ? letters[i] : Letters.lookAlike(letters[i]);
            if (like == 0) {
                return;
            }
            word.append(like);
        }
        readings[count++] = word.toString();
    }

    private void signsAsLetters(char[] letters, int from, int length) {
        String one = replaced(letters, from, length, SIGNS_AS);
        String other = replaced(letters, from, length, SIGNS_OR);
        readings[count++] = one;
        if (!other.equals(one)) {
            readings[count++] = other;
        }
    }

    private String replaced(char[] letters, int from, int length, String by) {
        word.setLength(0);
        for (int i = from; i < from + length; i++) {
            int sign = letters[i] < 'a' || letters[i] > 'z' ? SIGNS.indexOf(letters[i]) : -1;
            word.append(sign < 0 ? letters[i] : by.charAt(sign));
        }
        return word.toString();
    }

    private void teencode(char[] letters, int from, int length) {
        word.setLength(0);
        for (int i = from; i < from + length; i++) {
            char letter = letters[i];
            boolean first = i == from;
            switch (letter) {
                case 'f' -> word.append("ph");
                case 'j' -> word.append(first ? "gi" : "i");
                case 'w' -> word.append(first ? "qu" : "u");
                case 'z' -> word.append('d');
                case 'k' -> word.append(first && length > 1 && "aouăâôơư".indexOf(
                        Letters.strip(letters[i + 1])) >= 0 ? "c" : "k");
                default -> word.append(letter);
            }
        }
        readings[count++] = word.toString();
    }
}
