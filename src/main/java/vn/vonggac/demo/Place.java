package vn.vonggac.demo;

import java.util.Locale;

/** A page of a portal, whatever its make: its kind, and which one where there are several. */
record Place(Kind kind, int number) {

    /** What a portal has. */
    enum Kind {
        HOME, NEWS, ARTICLE, DOCUMENTS, FILE, FORM, SEARCH, ABOUT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Place of(Kind kind) {
        return new Place(kind, 0);
    }
}
