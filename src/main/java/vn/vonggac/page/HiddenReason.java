package vn.vonggac.page;

/** Why a reader cannot see an element. Hidden is a fact, not a verdict: menus and pop-ups are hidden too. */
public enum HiddenReason {
    HIDDEN_ATTRIBUTE, DISPLAY_NONE, VISIBILITY, ZERO_SIZE, OFF_SCREEN, CLIPPED, TRANSPARENT, SAME_COLOUR, TEXT_INDENT, ZERO_FONT, CLOSED_DETAILS, ZERO_MARQUEE, NOSCRIPT, OFF_CANVAS, TEMPLATE, COMMENT, DATA_URL
}
