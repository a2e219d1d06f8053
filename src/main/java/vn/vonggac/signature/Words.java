package vn.vonggac.signature;

import java.util.Arrays;

/**
 * The words of a text as index terms. A word stands at one position with every way it can be read: as written, without
 * its Vietnamese marks (prefixed {@link #ANY}), with digits and signs read as letters, in standard spelling where it
 * was written in teencode. Only terms that somebody asks for are kept: that is what makes a long page cheap.
 */
final class Words {

    /** Stands before the folded form of a word that was written with Vietnamese marks. */
    static final char ANY = '·';

    /** How far a text is read. */
    enum Mode {
        /** What people read: spaced letters are joined, disguises undone. */
        PROSE,
        /** Code: only folded and split. */
        CODE,
        /** Names of hosts: folded and split, their parts looked at for words of play. */
        HOST,
        /** The words of a query: {@code #name} is a marker. */
        QUERY
    }

    private final Vocabulary vocabulary;
    private final Pieces pieces = new Pieces();
    private final Spelling spelling = new Spelling();

    private char[] letters = new char[4096];
    private int used;
    private int[] from = new int[512];
    private int[] start = new int[512];
    private int[] end = new int[512];
    private int[] position = new int[512];
    private int count;
    private int positions;

    Words(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void clear() {
        used = 0;
        count = 0;
        positions = 0;
    }

    int count() {
        return count;
    }

    char[] letters() {
        return letters;
    }

    int from(int term) {
        return from[term];
    }

    int to(int term) {
        return term + 1 < count ? from[term + 1] : used;
    }

    int start(int term) {
        return start[term];
    }

    int end(int term) {
        return end[term];
    }

    int position(int term) {
        return position[term];
    }

    /** Leaves room so that no phrase runs on from one text into the next. */
    void gap(int width) {
        positions += width;
    }

    /** Adds the words of a text; its offsets begin at {@code base}. */
    void add(String text, int base, Mode mode) {
        pieces.read(text, mode);
        if (mode == Mode.PROSE) {
            pieces.joinSpacedLetters();
        }
        for (int piece = 0; piece < pieces.count(); piece++) {
            positions += mode == Mode.PROSE && pieces.stopped(piece) ? 1 : 0;
            addPiece(piece, base, mode);
            positions++;
        }
    }

    private void addPiece(int piece, int base, Mode mode) {
        char[] word = pieces.letters();
        int first = pieces.from(piece);
        int length = pieces.to(piece) - first;
        int begins = base + pieces.start(piece);
        int ends = base + pieces.end(piece);
        put(word, first, length, begins, ends);
        boolean marked = pieces.marked(piece);
        if (mode == Mode.QUERY ? !pieces.exact(piece) : marked) {
            putFolded(word, first, length, begins, ends, marked && mode == Mode.QUERY);
        }
        if (mode != Mode.QUERY) {
            putReadings(piece, begins, ends);
            putMarkers(piece, mode, begins, ends);
        }
    }

    private void putMarkers(int piece, Mode mode, int begins, int ends) {
        int first = pieces.from(piece);
        int length = pieces.to(piece) - first;
        String marker = Brands.SHIPPED.marker(pieces.letters(), first, length);
        if (!marker.isEmpty()) {
            putWord(marker, begins, ends);
        }
        if (mode == Mode.HOST) {
            Brands.SHIPPED.hostMarker(pieces.letters(), first, length)
                    .ifPresent(speaks -> putWord(speaks, begins, ends));
        }
    }

    private void putWord(String word, int begins, int ends) {
        if (vocabulary.holds(word)) {
            put(word.toCharArray(), 0, word.length(), begins, ends);
        }
    }

    private void putReadings(int piece, int begins, int ends) {
        spelling.read(pieces, piece);
        for (int reading = 0; reading < spelling.count(); reading++) {
            putWord(spelling.reading(reading), begins, ends);
        }
    }

    /** A page's marked word can be asked for without marks; a query's marked word also finds the bare one. */
    private void putFolded(char[] word, int first, int length, int begins, int ends, boolean bare) {
        int before = used;
        if (!bare) {
            push(ANY);
        }
        for (int i = first; i < first + length; i++) {
            push(Letters.strip(word[i]));
        }
        keep(before, begins, ends);
    }

    private void put(char[] word, int first, int length, int begins, int ends) {
        int before = used;
        while (used + length >= letters.length) {
            letters = Arrays.copyOf(letters, letters.length * 2);
        }
        System.arraycopy(word, first, letters, used, length);
        used += length;
        keep(before, begins, ends);
    }

    private void push(char letter) {
        if (used + 1 >= letters.length) {
            letters = Arrays.copyOf(letters, letters.length * 2);
        }
        letters[used++] = letter;
    }

    private void keep(int before, int begins, int ends) {
        if (used == before || !vocabulary.holds(letters, before, used - before)) {
            used = before;
            return;
        }
        if (count == from.length) {
            from = Arrays.copyOf(from, count * 2);
            start = Arrays.copyOf(start, count * 2);
            end = Arrays.copyOf(end, count * 2);
            position = Arrays.copyOf(position, count * 2);
        }
        from[count] = before;
        start[count] = begins;
        end[count] = ends;
        position[count++] = positions;
    }
}
