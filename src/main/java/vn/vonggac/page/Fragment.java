package vn.vonggac.page;

/**
 * Text that is on the page without being shown as text: a comment, a noscript part, a decoded data URL, an inline
 * frame document. Its markup was read too: its blocks and links stand in the page's, hidden for that reason.
 */
public record Fragment(Place place, Kind kind, String text) {

    /** Where the text was found. */
    public enum Kind {
        COMMENT, NOSCRIPT, DATA_URL, FRAME_DOCUMENT, TEMPLATE
    }
}
