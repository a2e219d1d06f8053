package vn.vonggac.demo;

import vn.vonggac.audit.Slug;

/** A page of a portal, whatever its make: its kind, and which one where there are several. */
record Place(Kind kind, int number) {

    /** What a portal has. */
    enum Kind {
        HOME, NEWS, ARTICLE, DOCUMENTS, FILE, FORM, SEARCH, ABOUT;

        String word() {
            return Slug.of(this);
        }
    }

    static Place of(Kind kind) {
        return new Place(kind, 0);
    }
}
