package vn.vonggac.signature;

/** A field of a page that a signature or a search can name; the constant's name in lower case is the field's. */
public enum Field {
    TITLE, TEXT, HIDDEN, ANCHOR, HOST, LINKHOST, URL, META, SCRIPT, ADDED
}
