package vn.vonggac.corpus;

/** The query cannot be run; the message says why. */
public final class BadQuery extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadQuery(String message) {
        super(message);
    }

    BadQuery(String message, Throwable cause) {
        super(message, cause);
    }
}
