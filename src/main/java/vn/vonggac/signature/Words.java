package vn.vonggac.signature;

import java.util.Arrays;

/**
 * The words of a text as index terms. A word stands at one position with every way it can be read: as written, without
 * its Vietnamese marks (prefixed {@link #ANY}), with digits and signs read as letters, in standard spelling where it
 * was written in teencode. Where pairs are asked for, two neighbours are a term of their own: single syllables of
 * Vietnamese stand on every page, pairs of them tell pages apart. Only terms that somebody asks for are kept: both
 * together make a long page cheap.
 */
final class Words {

    /** Stands before the folded form of a word that was written with Vietnamese marks. */
    static final char ANY = '·';

    /** Stands between the words of a pair. */
    static final char PAIR = ' ';

    /** Stands before the name of a kind of name. */
    static final char MARKER = '#';

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

    private static final int SHORTEST_INSIDE = 4;
    private static final int SYLLABLE = 3;
    private static final int LONGEST_INSIDE = 16;
    private static final int LONGEST_RUN = 400;

    private final Vocabulary vocabulary;
    private final boolean pairs;
    private final Pieces pieces;
    private final Spelling spelling = new Spelling();
    private Forms forms = new Forms();
    private Forms before = new Forms();

    private char[] letters = new char[256];
    private int used;
    private int[] from = new int[32];
    private int[] start = new int[32];
    private int[] end = new int[32];
    private int[] position = new int[32];
    private int count;
    private int positions;

    Words(Vocabulary vocabulary, boolean pairs) {
        this(vocabulary, pairs, new Pieces());
    }

    Words(Vocabulary vocabulary, boolean pairs, Pieces pieces) {
        this.vocabulary = vocabulary;
        this.pairs = pairs;
        this.pieces = pieces;
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

    /** Adds the words of a text. */
    void add(String text, Mode mode) {
        pieces.cut(text, mode);
        add(0, mode);
    }

    /** Adds the words of the text that was cut into pieces last; its offsets begin at {@code base}. */
    void add(int base, Mode mode) {
        switch (mode) {
            case QUERY -> addQuery(base);
            case CODE -> addCode(base);
            case PROSE, HOST -> addWritten(base, mode);
        }
    }

    private void addWritten(int base, Mode mode) {
        for (int piece = 0; piece < pieces.count(); piece++) {
            boolean stopped = mode == Mode.PROSE && pieces.stopped(piece);
            positions += stopped ? 1 : 0;
            addPiece(piece, base, mode, pairs && piece > 0 && !stopped);
            if (pieces.spaced(piece)) {
                putInside(piece, base);
                formsOfPage(piece, mode);
            }
            next();
        }
    }

    /** Hardly any word of code is asked for: most are passed over by their hash. */
    private void addCode(int base) {
        boolean follows = false;
        for (int piece = 0; piece < pieces.count(); piece++) {
            int hash = pieces.hash(piece);
            boolean begins = pieces.marked(piece) || vocabulary.mayBegin(hash);
            if (follows || begins || vocabulary.mayHold(hash) || vocabulary.asksMarkers()) {
                addPiece(piece, base, Mode.CODE, pairs && follows);
                next();
            } else {
                positions++;
            }
            follows = begins;
        }
    }

    private void addPiece(int piece, int base, Mode mode, boolean follows) {
        formsOfPage(piece, mode);
        if (follows) {
            putPairs(base + pieces.start(piece - 1), base + pieces.end(piece));
        }
        putForms(base + pieces.start(piece), base + pieces.end(piece));
        putMarkers(piece, mode, base + pieces.start(piece), base + pieces.end(piece));
    }

    /** Words set apart letter by letter run into one another: whatever is asked for is looked for inside. */
    private void putInside(int piece, int base) {
        int first = pieces.from(piece);
        int length = Math.min(LONGEST_RUN, pieces.to(piece) - first);
        for (int at = 0; at + SHORTEST_INSIDE <= length; at++) {
            for (int size = SHORTEST_INSIDE; size <= Math.min(LONGEST_INSIDE, length - at); size++) {
                forms.clear();
                forms.add(pieces.letters(), first + at, size);
                if (pieces.marked(piece)) {
                    forms.addFolded(pieces.letters(), first + at, size, true);
                }
                putForms(base + pieces.start(piece), base + pieces.end(piece));
            }
            positions += at % SYLLABLE == SYLLABLE - 1 ? 1 : 0;
        }
    }

    private void addQuery(int base) {
        StringBuilder written = new StringBuilder();
        boolean loose = true;
        for (int piece = 0; piece < pieces.count(); piece++) {
            formsOfQuery(piece);
            written.append(forms.text(0)).append(PAIR);
            loose &= !pieces.exact(piece);
            if (pairs && piece > 0) {
                putPairs(base + pieces.start(piece - 1), base + pieces.end(piece));
            } else if (!pairs || pieces.count() == 1) {
                putForms(base + pieces.start(piece), base + pieces.end(piece));
            }
            if (pairs && piece == 1 && pieces.count() == 2) {
                for (String together : Compound.together(written.toString(), loose)) {
                    putWord(together, base + pieces.start(0), base + pieces.end(1));
                }
            }
            next();
            positions -= pairs && piece == 0 ? 1 : 0;
        }
    }

    private void next() {
        Forms spare = before;
        before = forms;
        forms = spare;
        positions++;
    }

    private void formsOfPage(int piece, Mode mode) {
        forms.clear();
        char[] word = pieces.letters();
        int first = pieces.from(piece);
        int length = pieces.to(piece) - first;
        forms.add(word, first, length);
        if (pieces.marked(piece)) {
            forms.addFolded(word, first, length, true);
        }
        if (mode == Mode.CODE) {
            return;
        }
        spelling.read(pieces, piece);
        for (int reading = 0; reading < spelling.count(); reading++) {
            forms.add(spelling.reading(reading));
        }
    }

    /** A marked word also finds the bare one; a bare word finds the marked one as well. */
    private void formsOfQuery(int piece) {
        forms.clear();
        char[] word = pieces.letters();
        int first = pieces.from(piece);
        int length = pieces.to(piece) - first;
        forms.add(word, first, length);
        if (!pieces.exact(piece)) {
            forms.addFolded(word, first, length, !pieces.marked(piece));
        }
    }

    private void putForms(int begins, int ends) {
        for (int form = 0; form < forms.count(); form++) {
            if (vocabulary.mayHold(forms.hash(form))) {
                int begin = used;
                append(forms, form);
                keep(forms.hash(form), begin, begins, ends);
            }
        }
    }

    private void putPairs(int begins, int ends) {
        for (int left = 0; left < before.count(); left++) {
            if (vocabulary.begins(before.hash(left), before.letters(), before.from(left),
                    before.length(left))) {
                for (int right = 0; right < forms.count(); right++) {
                    putPair(left, right, begins, ends);
                }
            }
        }
    }

    private void putPair(int left, int right, int begins, int ends) {
        int hash = Terms.joined(before.hash(left), PAIR, forms.hash(right), forms.power(right));
        if (vocabulary.mayHold(hash)) {
            int begin = used;
            append(before, left);
            room(1);
            letters[used++] = PAIR;
            append(forms, right);
            keep(hash, begin, begins, ends);
        }
    }

    private void putMarkers(int piece, Mode mode, int begins, int ends) {
        if (!vocabulary.asksMarkers()) {
            return;
        }
        int first = pieces.from(piece);
        int length = pieces.to(piece) - first;
        String marker = Brands.SHIPPED.marker(forms.hash(0), pieces.letters(), first, length);
        if (!marker.isEmpty()) {
            putWord(marker, begins, ends);
        }
        if (mode == Mode.HOST) {
            Brands.SHIPPED.hostMarker(pieces.letters(), first, length)
                    .ifPresent(speaks -> putWord(speaks, begins, ends));
        }
    }

    private void putWord(String word, int begins, int ends) {
        int begin = used;
        room(word.length());
        word.getChars(0, word.length(), letters, used);
        used += word.length();
        keep(word.hashCode(), begin, begins, ends);
    }

    private void append(Forms source, int form) {
        int length = source.length(form);
        room(length);
        System.arraycopy(source.letters(), source.from(form), letters, used, length);
        used += length;
    }

    private void room(int length) {
        if (used + length > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(letters.length * 2, used + length));
        }
    }

    private void keep(int hash, int begin, int begins, int ends) {
        if (used == begin || !vocabulary.holds(hash, letters, begin, used - begin)) {
            used = begin;
            return;
        }
        if (count == from.length) {
            from = Arrays.copyOf(from, count * 2);
            start = Arrays.copyOf(start, count * 2);
            end = Arrays.copyOf(end, count * 2);
            position = Arrays.copyOf(position, count * 2);
        }
        from[count] = begin;
        start[count] = begins;
        end[count] = ends;
        position[count++] = positions;
    }
}
