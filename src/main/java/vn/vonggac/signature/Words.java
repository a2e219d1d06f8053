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
    private static final int APART = 20;
    private static final int LONGEST_INSIDE = 16;
    private static final int LONGEST_RUN = 400;

    private final Vocabulary vocabulary;
    private final boolean pairs;
    private final Pieces pieces;
    private final Spelling spelling = new Spelling();
    private Forms forms = new Forms();
    private Forms before = new Forms();
    private Forms further = new Forms();
    /** Words that a sign may belong to: those that end with this piece, with the one before and the one before that. */
    private Forms masked = new Forms();
    private Forms maskedBefore = new Forms();
    private Forms maskedFurther = new Forms();
    private final Syllables syllables = new Syllables();

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
        masked.clear();
        maskedBefore.clear();
        for (int piece = 0; piece < pieces.count(); piece++) {
            boolean stopped = mode == Mode.PROSE && pieces.stopped(piece);
            positions += stopped ? 1 : 0;
            addPiece(piece, base, mode, pairs && piece > 0 && !stopped);
            if (mode == Mode.PROSE && pairs) {
                addMasked(piece, base);
            }
            if (pieces.spaced(piece)) {
                putInside(piece, base);
                formsOfPage(piece, mode);
            }
            next();
        }
        for (int piece = 0; pairs && piece < pieces.count(); piece++) {
            if (pieces.to(piece) - pieces.from(piece) >= Syllables.SHORTEST) {
                addGlued(piece, base);
            }
        }
    }

    /** A sign in a word stands for a letter, any letter, or for none. */
    private void addMasked(int piece, int base) {
        Forms spare = maskedFurther;
        maskedFurther = maskedBefore;
        maskedBefore = masked;
        masked = spare;
        masked.clear();
        if (maskedBefore.count() > 0) {
            putPairs(maskedBefore, forms, base + pieces.start(piece - 1), base + pieces.end(piece));
        }
        if (pieces.masked(piece)) {
            fillMasked(pieces.bare(piece - 1), pieces.bare(piece), further, maskedFurther);
            putMasked(further, maskedFurther, base + pieces.start(piece - 1), base + pieces.end(piece));
        } else if (pieces.starred(piece) || pieces.maskedAtEnd(piece)) {
            String bare = pieces.bare(piece);
            int sign = pieces.starred(piece) ? 1 : bare.length();
            fillMasked(bare.substring(0, sign), bare.substring(sign), before, maskedBefore);
            putMasked(before, maskedBefore, base + pieces.start(piece), base + pieces.end(piece));
        }
    }

    /** Of the words it may be, those alone that somebody asks for, behind the words before it or by themselves. */
    private void fillMasked(String left, String right, Forms earlier, Forms earlierMasked) {
        int after = Terms.power(right.length());
        int whole = Terms.power(right.length() + 1);
        int none = left.hashCode() * after + right.hashCode();
        if (asked(none, after * Terms.power(left.length()), earlier, earlierMasked)) {
            masked.add(left + right);
        }
        for (char letter = 'a'; letter <= 'z'; letter++) {
            int hash = Terms.joined(left.hashCode(), letter, right.hashCode(), after);
            if (asked(hash, whole * Terms.power(left.length()), earlier, earlierMasked)) {
                masked.add(left + letter + right);
            }
        }
    }

    private boolean asked(int hash, int power, Forms earlier, Forms earlierMasked) {
        return vocabulary.mayHold(hash) || vocabulary.mayBegin(hash) || ends(hash, power, earlier)
                || ends(hash, power, earlierMasked);
    }

    private boolean ends(int hash, int power, Forms earlier) {
        for (int form = 0; form < earlier.count(); form++) {
            if (vocabulary.mayBegin(earlier.hash(form))
                    && vocabulary.mayHold(Terms.joined(earlier.hash(form), PAIR, hash, power))) {
                return true;
            }
        }
        return false;
    }

    private void putMasked(Forms earlier, Forms earlierMasked, int begins, int ends) {
        putForms(masked, begins, ends);
        putPairs(earlier, masked, begins, ends);
        putPairs(earlierMasked, masked, begins, ends);
    }

    /**
     * Syllables written together are looked for as if they were written apart, behind the text: many an ordinary word
     * looks like some, and stands where it stands.
     */
    private void addGlued(int piece, int base) {
        int first = pieces.from(piece);
        int length = pieces.to(piece) - first;
        if (syllables.read(pieces.letters(), first, length) || readsApart(piece)) {
            putGlued(base + pieces.start(piece), base + pieces.end(piece));
        }
    }

    private boolean readsApart(int piece) {
        spelling.read(pieces, piece);
        for (int reading = 0; reading < spelling.count(); reading++) {
            char[] letters = spelling.reading(reading).toCharArray();
            if (syllables.read(letters, 0, letters.length)) {
                return true;
            }
        }
        return false;
    }

    private void putGlued(int begins, int ends) {
        positions += APART;
        for (int middle = 1; middle < syllables.length(); middle++) {
            positions += middle % SYLLABLE == 0 ? 1 : 0;
            for (int left = Math.max(0, middle - Syllables.LONGEST); left < middle; left++) {
                if (syllables.one(left, middle)) {
                    putGlued(left, middle, begins, ends);
                }
            }
        }
    }

    private void putGlued(int left, int middle, int begins, int ends) {
        char[] word = syllables.letters();
        for (int right = middle + 1; right <= Math.min(syllables.length(),
                middle + LONGEST_INSIDE); right++) {
            if (syllables.one(middle, right)) {
                putWord(new String(word, left, middle - left) + PAIR
                        + new String(word, middle, right - middle),
                        begins, ends);
            }
            if (right - left >= SHORTEST_INSIDE && syllables.whole(left, right)) {
                putWord(new String(word, left, right - left), begins, ends);
            }
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
            putPairs(before, forms, base + pieces.start(piece - 1), base + pieces.end(piece));
        }
        putForms(forms, base + pieces.start(piece), base + pieces.end(piece));
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
                putForms(forms, base + pieces.start(piece), base + pieces.end(piece));
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
                putPairs(before, forms, base + pieces.start(piece - 1), base + pieces.end(piece));
            } else if (!pairs || pieces.count() == 1) {
                putForms(forms, base + pieces.start(piece), base + pieces.end(piece));
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
        Forms spare = further;
        further = before;
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

    private void putForms(Forms given, int begins, int ends) {
        for (int form = 0; form < given.count(); form++) {
            if (vocabulary.mayHold(given.hash(form))) {
                int begin = used;
                append(given, form);
                keep(given.hash(form), begin, begins, ends);
            }
        }
    }

    private void putPairs(Forms first, Forms second, int begins, int ends) {
        for (int left = 0; left < first.count(); left++) {
            if (vocabulary.begins(first.hash(left), first.letters(), first.from(left), first.length(left))) {
                for (int right = 0; right < second.count(); right++) {
                    putPair(first, left, second, right, begins, ends);
                }
            }
        }
    }

    private void putPair(Forms first, int left, Forms second, int right, int begins, int ends) {
        int hash = Terms.joined(first.hash(left), PAIR, second.hash(right), second.power(right));
        if (vocabulary.mayHold(hash)) {
            int begin = used;
            append(first, left);
            room(1);
            letters[used++] = PAIR;
            append(second, right);
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
