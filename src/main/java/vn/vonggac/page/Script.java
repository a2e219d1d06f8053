package vn.vonggac.page;

/**
 * A script: its resolved source and host, or its inline text; an event handler or {@code javascript:} link is an
 * inline script too. A handler answers to what a person does on purpose, one that is unasked to anything else.
 */
public record Script(Place place, Kind kind, String source, String host, String text, long hash) {

    /** How the script hangs on the page. */
    public enum Kind {
        EXTERNAL, INLINE, HANDLER, UNASKED, JAVASCRIPT_LINK, JSON_LD, DATA
    }
}
