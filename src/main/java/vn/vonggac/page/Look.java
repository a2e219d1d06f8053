package vn.vonggac.page;

import java.util.Arrays;
import java.util.Locale;

/** The style declarations of an element that decide whether a reader can see it; everything else is left out. */
final class Look {

    /** A property that can hide, with the way its value is read. */
    enum Property {
        DISPLAY, VISIBILITY, POSITION, LEFT, RIGHT, TOP, BOTTOM, MARGIN_LEFT, MARGIN_TOP, WIDTH, HEIGHT, MAX_WIDTH, MAX_HEIGHT, OVERFLOW, OPACITY, CLIP, TRANSFORM, TEXT_INDENT, FONT_SIZE, COLOUR, BACKGROUND
    }

    static final int UNSET = Integer.MIN_VALUE;
    static final int NONE = 0;
    static final int SHOWN = 1;
    /** For {@code POSITION}: taken out of the flow, so that offsets move it. */
    static final int PLACED = 1;
    /** For {@code POSITION}: placed on the window, whatever is scrolled below it. */
    static final int FIXED = 2;

    private static final int COUNT = Property.values().length;

    static final Look PLAIN = new Look();

    private final int[] values = new int[COUNT];
    private int important;
    private boolean mirrors;

    Look() {
        Arrays.fill(values, UNSET);
    }

    /** Whether the text is turned round on the screen. */
    boolean mirrors() {
        return mirrors;
    }

    int get(Property property) {
        return values[property.ordinal()];
    }

    boolean isPlain() {
        for (int value : values) {
            if (value != UNSET) {
                return false;
            }
        }
        return true;
    }

    /** Whether anything here could hide an element, alone or with what other rules say of it. */
    boolean canHide() {
        return get(Property.DISPLAY) == NONE || get(Property.VISIBILITY) == NONE || get(Property.CLIP) == NONE
                || get(Property.TRANSFORM) == NONE || Hiding.isFaint(this) || Hiding.isMoved(this)
                || Hiding.isFlat(this) || Hiding.hasNoFont(this) || Hiding.isIndented(this);
    }

    /** Whether it says of any colour. */
    boolean paints() {
        return get(Property.COLOUR) != UNSET || get(Property.BACKGROUND) != UNSET;
    }

    boolean colours() {
        return get(Property.COLOUR) != UNSET && get(Property.COLOUR) != Colours.UNKNOWN;
    }

    /** Lays later, more specific declarations over these. */
    void overlay(Look other) {
        for (int i = 0; i < COUNT; i++) {
            boolean kept = (important >> i & 1) == 1 && (other.important >> i & 1) == 0;
            if (other.values[i] != UNSET && !kept) {
                values[i] = other.values[i];
                important |= other.important & 1 << i;
            }
        }
    }

    Look with(Look later) {
        Look both = new Look();
        both.overlay(this);
        both.overlay(later);
        return both;
    }

    static Look parse(String declarations) {
        Look look = new Look();
        look.mirrors = Mirrored.by(declarations);
        int start = 0;
        while (start < declarations.length()) {
            int end = end(declarations, start);
            int colon = declarations.indexOf(':', start);
            if (colon > 0 && colon < end) {
                look.declare(declarations.substring(start, colon).strip(),
                        declarations.substring(colon + 1, end));
            }
            start = end + 1;
        }
        return look;
    }

    /** The end of a declaration; a semicolon inside brackets does not end it. */
    private static int end(String text, int start) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            char letter = text.charAt(i);
            depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (letter == ';' && depth <= 0) {
                return i;
            }
        }
        return text.length();
    }

    private void declare(String name, String rawValue) {
        if (name.length() > 16) {
            return;
        }
        String value = rawValue.strip().toLowerCase(Locale.ROOT);
        int bang = value.indexOf('!');
        String bare = bang < 0 ? value : value.substring(0, bang).strip();
        int mark = bang >= 0 && value.startsWith("important", bang + 1) ? 1 : 0;
        switch (name.toLowerCase(Locale.ROOT)) {
            case "display" -> set(Property.DISPLAY, bare.equals("none") ? NONE : SHOWN, mark);
            case "visibility" -> set(Property.VISIBILITY, bare.equals("visible") ? SHOWN : NONE, mark);
            case "content-visibility" -> set(Property.DISPLAY, bare.equals("hidden") ? NONE : UNSET, mark);
            case "position" -> set(Property.POSITION, position(bare), mark);
            case "overflow", "overflow-x", "overflow-y" -> set(Property.OVERFLOW, overflow(bare), mark);
            case "opacity" -> set(Property.OPACITY, (int) (Lengths.number(bare) * 100), mark);
            case "filter" -> set(Property.OPACITY, filter(bare), mark);
            case "clip", "clip-path" -> set(Property.CLIP, Lengths.clips(bare) ? NONE : SHOWN, mark);
            case "transform" -> set(Property.TRANSFORM, Lengths.movesAway(bare) ? NONE : SHOWN, mark);
            case "color" -> set(Property.COLOUR, Colours.parse(bare), mark);
            case "background", "background-color" -> set(Property.BACKGROUND, Colours.background(bare), mark);
            case "margin" -> margin(bare, mark);
            case "inset" -> set(Property.TOP, Lengths.pixels(bare), mark);
            case "font" -> set(Property.FONT_SIZE, Lengths.fontSize(bare), mark);
            default -> length(name, bare, mark);
        }
    }

    private void length(String name, String value, int mark) {
        Property property = switch (name.toLowerCase(Locale.ROOT)) {
            case "left" -> Property.LEFT;
            case "right" -> Property.RIGHT;
            case "top" -> Property.TOP;
            case "bottom" -> Property.BOTTOM;
            case "margin-left" -> Property.MARGIN_LEFT;
            case "margin-top" -> Property.MARGIN_TOP;
            case "width" -> Property.WIDTH;
            case "height" -> Property.HEIGHT;
            case "max-width" -> Property.MAX_WIDTH;
            case "max-height" -> Property.MAX_HEIGHT;
            case "text-indent" -> Property.TEXT_INDENT;
            case "font-size" -> Property.FONT_SIZE;
            default -> null;
        };
        if (property != null) {
            set(property, Lengths.pixels(value), mark);
        }
    }

    private void margin(String value, int mark) {
        String[] sides = value.split("\\s+", -1);
        set(Property.MARGIN_TOP, Lengths.pixels(sides[0]), mark);
        set(Property.MARGIN_LEFT, Lengths.pixels(sides[sides.length - 1]), mark);
    }

    private static int position(String value) {
        return switch (value) {
            case "static" -> NONE;
            case "fixed" -> FIXED;
            default -> PLACED;
        };
    }

    private static int overflow(String value) {
        return value.startsWith("hidden") || value.startsWith("clip") ? NONE : SHOWN;
    }

    private static int filter(String value) {
        return value.startsWith("opacity(0)") || value.contains("alpha(opacity=0)") ? NONE : UNSET;
    }

    private void set(Property property, int value, int mark) {
        boolean kept = (important >> property.ordinal() & 1) == 1 && mark == 0;
        if (value != UNSET && !kept) {
            values[property.ordinal()] = value;
            important |= mark << property.ordinal();
        }
    }
}
