package vn.vonggac.incident;

import vn.vonggac.audit.Slug;

/** Why an incident was closed. */
public enum Resolution {
    TRUE_POSITIVE, FALSE_POSITIVE, PLANNED_CHANGE, DUPLICATE, INDETERMINATE;

    /** Whether the same evidence shall stay quiet from now on. */
    boolean settles() {
        return this != TRUE_POSITIVE;
    }

    public String id() {
        return Slug.of(this);
    }
}
