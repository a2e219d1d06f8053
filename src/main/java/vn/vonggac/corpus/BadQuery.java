package vn.vonggac.corpus;

import java.util.OptionalInt;

/** The query cannot be run; the message says why, {@link #place} where in it. */
public final class BadQuery extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is wrong. */
    public enum Reason {
        SYNTAX, TOO_SLOW,
        /** It stands for more words than are looked for at once. */
        TOO_WIDE
    }

    private final Reason reason;
    private final int place;

    BadQuery(Reason reason, int place, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.place = place;
    }

    public Reason reason() {
        return reason;
    }

    /** The letter of the query at which it went wrong, the first being 0. */
    public OptionalInt place() {
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
    }
}
