package vn.vonggac.signature;

/** Letters set apart, such as {@code n.h.à c.á.i}, which become the words they spell. */
final class SpacedLetters {

    private static final int FEWEST = 3;
    private static final String JOINERS = " .-_*·•~|,'`^+=/";
    /** Signs that cut a first letter off; a blank and those of names and dates do not. */
    private static final String CUTTING = " .-_*·•~|^+=";

    private final Pieces pieces;

    SpacedLetters(Pieces pieces) {
        this.pieces = pieces;
    }

    void join() {
        int count = pieces.count();
        int kept = 0;
        boolean cut = false;
        for (int piece = 0; piece < count;) {
            int last = lastOfRun(piece);
            boolean cutOff = last == piece && cutOff(piece) && (cut || cutOffAgain(piece));
            last += cutOff ? 1 : 0;
            cut = cutOff || cut && pieces.length(piece) < FEWEST;
            boolean star = cutOff && pieces.before(piece + 1) == Pieces.ANY_SIGN;
            pieces.keep(piece, last, kept++, star);
            piece = last + 1;
        }
        pieces.keep(kept);
    }

    private int lastOfRun(int piece) {
        if (pieces.length(piece) > FEWEST || piece + 1 >= pieces.count() || pieces.standsAlone(piece)) {
            return piece;
        }
        char joiner = pieces.before(piece + 1);
        if (joiner == 0 || JOINERS.indexOf(joiner) < 0) {
            return piece;
        }
        int longest = joiner == ' ' || joiner == ',' ? 1 : FEWEST;
        int last = piece;
        while (last + 1 < pieces.count() && pieces.before(last + 1) == joiner
                && pieces.length(last + 1) <= longest) {
            last++;
        }
        return pieces.length(piece) <= longest && spelled(piece, last, joiner) ? last : piece;
    }

    /** A first letter with a sign behind it, such as {@code c.asino}; more of them make a manner of writing. */
    private boolean cutOff(int piece) {
        if (pieces.length(piece) != 1 || piece + 1 >= pieces.count() || pieces.length(piece + 1) < 2
                || !pieces.beginsWithLetter(piece) || !pieces.beginsWithLetter(piece + 1)) {
            return false;
        }
        char joiner = pieces.before(piece + 1);
        boolean begins = piece == 0 || pieces.before(piece) != joiner;
        return CUTTING.indexOf(joiner) > 0 && begins && !pieces.standsAlone(piece)
                && !continues(piece + 1, joiner);
    }

    private boolean cutOffAgain(int piece) {
        return pieces.before(piece + 1) == Pieces.ANY_SIGN
                || piece + 2 < pieces.count() && cutOff(piece + 2)
                || piece + 3 < pieces.count() && pieces.length(piece + 2) < FEWEST && cutOff(piece + 3);
    }

    private boolean spelled(int piece, int last, char joiner) {
        int singles = 0;
        int words = 0;
        for (int i = piece; i <= last; i++) {
            singles += pieces.length(i) == 1 ? 1 : 0;
            words += pieces.beginsWithLetter(i) ? 1 : 0;
        }
        int all = last - piece + 1;
        boolean enough = all >= FEWEST
                ? singles == all || singles * 2 >= all && joiner != ' ' && joiner != ','
                : all > 1 && singles > 0 && joiner != ' ' && (joiner != Pieces.ANY_SIGN || singles == all)
                        && (pieces.marked(piece) || pieces.marked(last));
        return enough && words > 0 && words * 3 >= all && !continues(last, joiner);
    }

    /** A longer word after the same joiner: an abbreviation or an address, not a word spelled out. */
    private boolean continues(int last, char joiner) {
        return joiner != ' ' && last + 1 < pieces.count() && pieces.before(last + 1) == joiner;
    }
}
