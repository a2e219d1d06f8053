package vn.vonggac.page;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Text that flows together until a block element, or a change of visibility, ends it. */
final class TextRun {

    private static final int LONGEST = 20_000;

    private final Gathered gathered;
    private final StringBuilder text = new StringBuilder();
    private boolean blank;
    private int linked;
    private boolean meaningful;
    private @Nullable Place place;
    private @Nullable HiddenReason hidden;
    private Block.Region region = Block.Region.MAIN;
    private boolean heading;

    TextRun(Gathered gathered) {
        this.gathered = gathered;
    }

    void add(String raw, Level level, @Nullable HiddenReason reason, boolean inLink) {
        int start = 0;
        while (start < raw.length() && isBlank(raw.charAt(start))) {
            start++;
        }
        blank |= start > 0;
        if (start == raw.length()) {
            return;
        }
        if (place != null && (reason != hidden || text.length() > LONGEST)) {
            flush();
        }
        if (place == null) {
            begin(level, reason);
        }
        int before = text.length();
        append(raw, start);
        linked += inLink ? text.length() - before : 0;
    }

    void space() {
        blank = true;
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
        boolean gap = blank && !text.isEmpty();
        for (int i = start; i < raw.length(); i++) {
            char letter = raw.charAt(i);
            if (isBlank(letter)) {
                gap = true;
            } else {
                if (gap) {
                    text.append(' ');
                    gap = false;
                }
                text.append(letter);
                meaningful = meaningful || Character.isLetterOrDigit(letter) || letter >= 0xd800;
            }
        }
        blank = gap;
    }

    void flush() {
        if (place != null && (meaningful || text.length() > 2)) {
            Block.Kind kind = heading
                    ? Block.Kind.HEADING
                    : linked >= text.length() ? Block.Kind.LINK_TEXT : Block.Kind.TEXT;
            gathered.block(place, kind, region, text.toString(), Optional.ofNullable(hidden));
        }
        text.setLength(0);
        place = null;
        linked = 0;
        meaningful = false;
        blank = false;
    }

    static boolean isBlank(char letter) {
        return letter <= ' ' || letter == '\u00a0';
    }
}
