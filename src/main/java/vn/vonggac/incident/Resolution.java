package vn.vonggac.incident;

import java.util.Locale;

/** Why an incident was closed. */
public enum Resolution {
    TRUE_POSITIVE, FALSE_POSITIVE, PLANNED_CHANGE, DUPLICATE, INDETERMINATE;

    /** Whether the same evidence shall stay quiet from now on. */
    boolean settles() {
        return this != TRUE_POSITIVE;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
