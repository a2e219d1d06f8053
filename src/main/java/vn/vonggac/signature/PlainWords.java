package vn.vonggac.signature;

/**
 * The words of a text in one plain reading each: disguises undone, letters set apart joined, marks dropped, every number
 * alike. For what weighs words rather than asking for them.
 */
public final class PlainWords {

    private final Pieces pieces = new Pieces();

    /** Reads a text; what was read before is forgotten. */
    public void read(String text) {
        pieces.cut(text, Words.Mode.PROSE);
    }

    public int count() {
        return pieces.count();
    }

    public int length(int word) {
        return pieces.to(word) - pieces.from(word);
    }

    /** Puts the letters of a word behind others; any digit is 0. */
    public void letters(int word, char[] into, int at) {
        char[] letters = pieces.letters();
        int shift = at - pieces.from(word);
        for (int i = pieces.from(word); i < pieces.to(word); i++) {
            char letter = Letters.strip(letters[i]);
            into[i + shift] = Character.isDigit(letter) ? '0' : letter;
        }
    }
}
