package vn.vonggac.signature;

import java.util.Locale;

/** A field of a page that a signature or a search can name; the constant's name in lower case is the field's. */
public enum Field {
    TITLE, TEXT, HIDDEN, ANCHOR, HOST, LINKHOST, URL, META, SCRIPT, ADDED;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** Its name in a query. */
    public String key() {
        return key;
    }
}
