package vn.vonggac.signature;

import vn.vonggac.audit.Slug;

/** A field of a page that a signature or a search can name; the constant's name in lower case is the field's. */
public enum Field {
    TITLE, TEXT, HIDDEN, ANCHOR, HOST, LINKHOST, URL, META, SCRIPT, ADDED;

    private final String key = Slug.of(this);

    /** Its name in a query. */
    public String key() {
        return key;
    }
}
