package vn.vonggac.page;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Text that flows together until a block element, or a change of visibility, ends it. */
final class TextRun {

    private static final int LONGEST = 20_000;

    private final Gathered gathered;
    /** What is hidden within the text in sight: letters nobody sees do not part a word. */
    private final @Nullable TextRun unseen;
    private char[] text = new char[256];
    private int length;
    private boolean blank;
    private int linked;
    private boolean meaningful;
    private @Nullable Place place;
    private @Nullable HiddenReason hidden;
    private Block.Region region = Block.Region.MAIN;
    private boolean heading;

    TextRun(Gathered gathered) {
        this(gathered, new TextRun(gathered, null));
    }

    private TextRun(Gathered gathered, @Nullable TextRun unseen) {
        this.gathered = gathered;
        this.unseen = unseen;
    }

    /** Adds a text whose first letter stands at {@code start}. */
    void add(String raw, int start, Level level, @Nullable HiddenReason reason, boolean inLink) {
        if (reason != null && unseen != null) {
            unseen.add(raw, start, level, reason, inLink);
            return;
        }
        blank |= start > 0;
        if (place != null && (reason != hidden || length > LONGEST)) {
            flush();
        }
        if (place == null) {
            begin(level, reason);
        }
        int before = length;
        append(raw, start);
        linked += inLink ? length - before : 0;
    }

    void blanks(int many) {
        blank |= many > 0;
        if (unseen != null) {
            unseen.blanks(many);
        }
    }

    void space() {
        blanks(1);
    }

    private void begin(Level level, @Nullable HiddenReason reason) {
        Level at = level;
        while (reason == null && !at.breaks && at.parent != null && at.parent.depth > 0) {
            at = at.parent;
        }
        place = at.place();
        hidden = reason;
        region = level.region;
        heading = level.heading;
        blank = false;
    }

    private void append(String raw, int start) {
        int end = raw.length();
        room(end - start + 1);
        // taken over behind where it is to stand, and drawn together from there
        int from = text.length - (end - start);
        raw.getChars(start, end, text, from);
        boolean gap = blank && length > 0;
        for (int i = from; i < text.length; i++) {
            char letter = text[i];
            if (isBlank(letter)) {
                gap = true;
            } else {
                if (gap) {
                    text[length++] = ' ';
                    gap = false;
                }
                text[length++] = letter;
                meaningful = meaningful || Character.isLetterOrDigit(letter) || letter >= 0xd800;
            }
        }
        blank = gap;
    }

    private void room(int more) {
        if (length + more > text.length) {
            text = Arrays.copyOf(text, Math.max(length + more, text.length * 2));
        }
    }

    void flush() {
        if (place != null && (meaningful || length > 2)) {
            Block.Kind kind = heading
                    ? Block.Kind.HEADING
                    : linked >= length ? Block.Kind.LINK_TEXT : Block.Kind.TEXT;
            gathered.block(place, kind, region, new String(text, 0, length), Optional.ofNullable(hidden));
        }
        length = 0;
        place = null;
        linked = 0;
        meaningful = false;
        blank = false;
        if (unseen != null) {
            unseen.flush();
        }
    }

    /** Where the first letter stands, the length of the text when it has none. */
    static int firstLetter(String raw) {
        int start = 0;
        while (start < raw.length() && isBlank(raw.charAt(start))) {
            start++;
        }
        return start;
    }

    static boolean isBlank(char letter) {
        return letter <= ' ' || letter == '\u00a0';
    }
}
