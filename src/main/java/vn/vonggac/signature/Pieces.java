package vn.vonggac.signature;

import java.util.Arrays;
import vn.vonggac.signature.Words.Mode;

/** A text cut into words: folded to lower case, look-alike letters and invisible characters undone. */
final class Pieces {

    private static final int LONGEST = 64;
    private static final String TONES_OF_A_SYLLABLE = "\u0300\u0301\u0303\u0309\u0323";
    /** Over letters of another script they are there for a Vietnamese word. */
    private static final String TONES_OF_OURS = "\u0309\u031b\u0323";
    private static final int FEWEST_BEFORE_AT = 3;
    private static final int LONG_PART = 4;
    private static final String STOPS = ",;?!()\n";
    private static final String STANDS_FOR_LETTER = "@$!€¡";
    /** Stands for whatever sign or odd blank somebody may put between letters. */
    static final char ANY_SIGN = '*';
    private static final int LONGEST_SIGN = 4;
    /** Signs that may stand for a letter within a word. */
    private static final String MASKS = "*#_-.";
    private static final int LONGEST_MASKED = 12;

    private final SpacedLetters spacedLetters = new SpacedLetters(this);
    private char[] letters = new char[8192];
    private int used;
    private int count;
    private int[] from = new int[1024];
    private int[] to = new int[1024];
    private int[] start = new int[1024];
    private int[] end = new int[1024];
    private boolean[] marked = new boolean[1024];
    private boolean[] exact = new boolean[1024];
    private boolean[] spaced = new boolean[1024];
    private boolean[] starred = new boolean[1024];

    private char[] text = new char[8192];
    private int length;
    private Mode mode = Mode.PROSE;
    private boolean open;
    private boolean foreign;
    private boolean tones;
    private boolean ours;
    private boolean nextExact;
    private boolean latin;

    int count() {
        return count;
    }

    char[] letters() {
        return letters;
    }

    int from(int piece) {
        return from[piece];
    }

    int to(int piece) {
        return to[piece];
    }

    int start(int piece) {
        return start[piece];
    }

    int end(int piece) {
        return end[piece];
    }

    /** As {@link String#hashCode} has it. */
    int hash(int piece) {
        return Terms.hash(letters, from[piece], to[piece]);
    }

    /** Whether the word carries Vietnamese marks. */
    boolean marked(int piece) {
        return marked[piece];
    }

    /** Whether a query asks for the word just as it is written: {@code =lô}, or a marker. */
    boolean exact(int piece) {
        return exact[piece];
    }

    /** Whether the word was put together from letters set apart; it may then be several words. */
    boolean spaced(int piece) {
        return spaced[piece];
    }

    /** The single character between this word and the one before, 0 when there are more or none. */
    char before(int piece) {
        if (piece == 0) {
            return 0;
        }
        int at = end[piece - 1];
        int gap = start[piece] - at;
        if (gap == 1 && text[at] <= 127) {
            return text[at];
        }
        return gap > 0 && gap <= LONGEST_SIGN && isSign(at, start[piece]) ? ANY_SIGN : 0;
    }

    /** Whether a single sign between this word and the one before may stand for a letter of a word in two parts. */
    boolean masked(int piece) {
        if (piece == 0 || length(piece - 1) + length(piece) >= LONGEST_MASKED
                || MASKS.indexOf(before(piece)) < 0) {
            return false;
        }
        return Character.isLetter(letters[to[piece - 1] - 1]) && beginsWithLetter(piece)
                && !standsAlone(piece - 1) && !standsAlone(piece);
    }

    /** Whether a sign that may stand for a letter followed the word's first letter. */
    boolean starred(int piece) {
        return starred[piece];
    }

    /** Whether an asterisk at the end of a short word may stand for its last letter. */
    boolean maskedAtEnd(int piece) {
        int next = end[piece];
        return length(piece) < LONGEST_MASKED / 2 && next < length
                && text[next] == ANY_SIGN
                && (next + 1 == length || Character.isWhitespace(text[next + 1]))
                && Character.isLetter(letters[to[piece] - 1]) && !standsAlone(piece);
    }

    /** The word without Vietnamese marks. */
    String bare(int piece) {
        StringBuilder bare = new StringBuilder();
        for (int i = from[piece]; i < to[piece]; i++) {
            bare.append(Letters.strip(letters[i]));
        }
        return bare.toString();
    }

    /** A picture or another sign beyond the keyboard, with what is drawn into it, or a blank of odd width. */
    private boolean isSign(int at, int to) {
        for (int i = at; i < to; i++) {
            boolean sign = text[i] > 127 && switch (Character.getType(text[i])) {
                case Character.OTHER_SYMBOL, Character.MATH_SYMBOL, Character.MODIFIER_SYMBOL,
                        Character.SURROGATE, Character.SPACE_SEPARATOR, Character.OTHER_PUNCTUATION,
                        Character.DASH_PUNCTUATION, Character.NON_SPACING_MARK, Character.FORMAT ->
                    true;
                default -> false;
            };
            if (!sign) {
                return false;
            }
        }
        return true;
    }

    /** Cuts a text into words; what people read is read through letters set apart. */
    void cut(String source, Mode how) {
        read(source, how);
        if (how == Mode.PROSE) {
            spacedLetters.join();
        }
    }

    private void read(String source, Mode how) {
        take(source);
        mode = how;
        used = 0;
        count = 0;
        open = false;
        nextExact = false;
        for (int at = 0; at < length;) {
            at = Letters.isPlain(Letters.of(text[at])) ? run(at) : other(at);
        }
        close();
    }

    private void take(String source) {
        length = source.length();
        if (length > text.length) {
            text = new char[length + length / 2];
        }
        source.getChars(0, length, text, 0);
    }

    /** Takes the letters and digits that stand here together, and tells where they end. */
    private int run(int first) {
        if (!open) {
            open(first);
        }
        int at = first;
        int entry = Letters.of(text[at]);
        boolean marks = false;
        while (Letters.isPlain(entry)) {
            if (used - from[count] >= LONGEST) {
                end[count] = at;
                marked[count] |= marks;
                marks = false;
                open(at);
            }
            char letter = Letters.reads(entry);
            latin |= Letters.kind(entry) == Letters.LATIN;
            marks |= letter > 127;
            push(letter);
            entry = ++at < length ? Letters.of(text[at]) : Letters.BREAK;
        }
        end[count] = at;
        marked[count] |= marks;
        return at;
    }

    private int other(int at) {
        if (text[at] <= ' ') {
            close();
            nextExact = false;
            return at + 1;
        }
        int codePoint = Character.codePointAt(text, at, length);
        int next = at + Character.charCount(codePoint);
        take(codePoint, Letters.of(codePoint), at, next);
        return next;
    }

    private void take(int codePoint, int entry, int at, int next) {
        switch (Letters.kind(entry)) {
            case Letters.LATIN, Letters.DIGIT, Letters.FOREIGN -> append(entry, at, next);
            case Letters.TONE -> tones |= appendTone((char) codePoint, next);
            case Letters.IGNORED -> extend(next);
            case Letters.ALONE -> alone(Letters.reads(entry), at, next);
            case Letters.SEVERAL -> several(Letters.several(codePoint), at, next);
            default -> sign(codePoint, at, next);
        }
    }

    private void append(int entry, int at, int next) {
        if (!open || used - from[count] >= LONGEST) {
            open(at);
        }
        char letter = Letters.reads(entry);
        int kind = Letters.kind(entry);
        foreign |= kind == Letters.FOREIGN;
        if (kind == Letters.LATIN) {
            latin = true;
            marked[count] |= letter > 127;
        }
        push(letter);
        end[count] = next;
    }

    /** Whether a comma, a full stop or the like stands before the word: no phrase runs on over it. */
    boolean stopped(int piece) {
        if (piece == 0) {
            return false;
        }
        for (int at = end[piece - 1]; at < start[piece] - 1; at++) {
            if (STOPS.indexOf(text[at]) >= 0 || text[at] == '.' && text[at + 1] == ' ') {
                return true;
            }
        }
        return false;
    }

    /** Marks of a decomposed word are put together with their letters when the word ends. */
    private boolean appendTone(char tone, int next) {
        if (!open) {
            return false;
        }
        ours |= TONES_OF_OURS.indexOf(tone) >= 0;
        push(tone);
        end[count] = next;
        return true;
    }

    private void extend(int next) {
        if (open) {
            end[count] = next;
        }
    }

    private void alone(char sign, int at, int next) {
        open(at);
        push(sign);
        end[count] = next;
        close();
    }

    private void several(String plain, int at, int next) {
        for (int i = 0; i < plain.length(); i++) {
            int entry = Letters.of(plain.charAt(i));
            int kind = Letters.kind(entry);
            if (kind == Letters.LATIN || kind == Letters.DIGIT || kind == Letters.FOREIGN) {
                append(entry, at, next);
            } else if (kind == Letters.ALONE) {
                alone(Letters.reads(entry), at, next);
            } else if (kind == Letters.BREAK) {
                close();
            }
        }
    }

    private void sign(int codePoint, int at, int next) {
        boolean marker = mode == Mode.QUERY && codePoint == '#' && !open;
        if (marker || mode == Mode.PROSE && open && STANDS_FOR_LETTER.indexOf(codePoint) >= 0
                && insideWord(codePoint, next)) {
            if (!open) {
                open(at);
            }
            push((char) codePoint);
            end[count] = next;
            exact[count] |= marker;
        } else {
            close();
            nextExact = mode == Mode.QUERY && codePoint == '=';
        }
    }

    /** Between two letters, and not the at sign of a mail address. */
    private boolean insideWord(int codePoint, int next) {
        int on = next;
        while (on < length && STANDS_FOR_LETTER.indexOf(text[on]) >= 0) {
            on++;
        }
        boolean ends = on >= length || !Character.isLetterOrDigit(text[on])
                || codePoint == '!' && sentenceEnds(next);
        int before = used - from[count];
        if (ends || codePoint != '@') {
            return !ends || codePoint == '@' && before < FEWEST_BEFORE_AT;
        }
        int at = next;
        while (at < length && Character.isLetterOrDigit(text[at])) {
            at++;
        }
        boolean address = at < length && text[at] == '.' && at - next > 1;
        return !address && (before < LONG_PART || at - next < LONG_PART);
    }

    /** The next sentence begins without a blank. */
    private boolean sentenceEnds(int next) {
        return next > 1 && next + 1 < length && Character.isLowerCase(text[next - 2])
                && Character.isUpperCase(text[next]) && Character.isLowerCase(text[next + 1]);
    }

    private void open(int at) {
        close();
        room();
        from[count] = used;
        start[count] = at;
        marked[count] = false;
        exact[count] = nextExact;
        spaced[count] = false;
        nextExact = false;
        foreign = false;
        tones = false;
        ours = false;
        latin = false;
        open = true;
    }

    private void close() {
        if (!open) {
            return;
        }
        open = false;
        if (foreign && (latin || ours || Character.isDigit(letters[from[count]]))) {
            drawAlike();
        }
        if (tones) {
            compose();
        }
        to[count] = used;
        if (used > from[count]) {
            count++;
        }
    }

    private void compose() {
        String marks = new String(letters, from[count], used - from[count]);
        String word = java.text.Normalizer.normalize(drowned(marks) ? withoutTones(marks) : marks,
                java.text.Normalizer.Form.NFC);
        used = from[count];
        for (int i = 0; i < word.length(); i++) {
            int entry = Letters.of(word.charAt(i));
            if (Letters.kind(entry) != Letters.TONE) {
                char letter = Letters.kind(entry) == Letters.BREAK ? word.charAt(i) : Letters.reads(entry);
                marked[count] |= letter != Letters.strip(letter);
                push(letter);
            }
        }
    }

    /** A syllable has one tone: under more of them the letters are drowned on purpose. */
    private static boolean drowned(String word) {
        return word.chars().filter(letter -> TONES_OF_A_SYLLABLE.indexOf(letter) >= 0).count() > 1;
    }

    private static String withoutTones(String word) {
        StringBuilder bare = new StringBuilder();
        word.chars().filter(letter -> Letters.kind(Letters.of(letter)) != Letters.TONE)
                .forEach(letter -> bare.append((char) letter));
        return bare.toString();
    }

    /** A word of two scripts, of digits and a foreign one, or under our tones is a Latin word in disguise. */
    private void drawAlike() {
        for (int i = from[count]; i < used; i++) {
            if (letters[i] > 127 && letters[i] == Letters.strip(letters[i])) {
                char like = Letters.lookAlike(letters[i]);
                letters[i] = like == 0 ? letters[i] : like;
            }
        }
    }

    /** A sign that is a word by itself spells nothing with its neighbours. */
    boolean standsAlone(int piece) {
        char first = letters[from[piece]];
        return first > 127 && Letters.kind(Letters.of(first)) == Letters.ALONE;
    }

    int length(int piece) {
        return to[piece] - from[piece];
    }

    boolean beginsWithLetter(int piece) {
        return Character.isLetter(letters[from[piece]]);
    }

    /** These words become one, {@code kept}; {@code star}: a sign that may stand for a letter is among them. */
    void keep(int piece, int last, int kept, boolean star) {
        if (last > piece) {
            join(piece, last, kept);
        } else {
            move(piece, kept);
        }
        starred[kept] = star;
    }

    /** Only the first ones are left. */
    void keep(int first) {
        count = first;
    }

    private void join(int piece, int last, int kept) {
        int at = from[piece];
        boolean any = false;
        for (int i = piece; i <= last; i++) {
            int length = length(i);
            System.arraycopy(letters, from[i], letters, at, length);
            at += length;
            any |= marked[i];
        }
        int ends = end[last];
        move(piece, kept);
        to[kept] = at;
        end[kept] = ends;
        marked[kept] = any;
        spaced[kept] = true;
    }

    private void move(int piece, int kept) {
        from[kept] = from[piece];
        to[kept] = to[piece];
        start[kept] = start[piece];
        end[kept] = end[piece];
        marked[kept] = marked[piece];
        spaced[kept] = spaced[piece];
    }

    private void room() {
        if (count + 1 >= from.length) {
            int size = from.length * 2;
            from = Arrays.copyOf(from, size);
            to = Arrays.copyOf(to, size);
            start = Arrays.copyOf(start, size);
            end = Arrays.copyOf(end, size);
            marked = Arrays.copyOf(marked, size);
            exact = Arrays.copyOf(exact, size);
            spaced = Arrays.copyOf(spaced, size);
            starred = Arrays.copyOf(starred, size);
        }
    }

    private void push(char letter) {
        if (used == letters.length) {
            letters = Arrays.copyOf(letters, used * 2);
        }
        letters[used++] = letter;
    }
}
