package vn.vonggac.signature;

/**
 * The words of a text in one plain reading each: disguises undone, letters set apart joined, marks dropped, every number
 * alike. For what weighs words rather than asking for them.
 */
public final class PlainWords {

    private final Pieces pieces = new Pieces();

    /** Reads a text; what was read before is forgotten. */
    public void read(String text) {
        pieces.read(text, Words.Mode.PROSE);
        pieces.joinSpacedLetters();
    }

    public int count() {
        return pieces.count();
    }

    public int length(int word) {
        return pieces.to(word) - pieces.from(word);
    }

    /** A letter of a word; any digit is 0. */
    public char letter(int word, int at) {
        char letter = Letters.strip(pieces.letters()[pieces.from(word) + at]);
        return Character.isDigit(letter) ? '0' : letter;
    }

    /** Where in the text a word begins. */
    public int start(int word) {
        return pieces.start(word);
    }

    public int end(int word) {
        return pieces.end(word);
    }
}
