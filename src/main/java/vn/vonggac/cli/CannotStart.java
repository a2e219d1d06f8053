package vn.vonggac.cli;

/** Why the service does not start, in one line for the operator. */
final class CannotStart extends RuntimeException {

    /** The launcher's as well, which has no JDK to read this one on. */
    static final int EXIT_CODE = 70;

    private static final long serialVersionUID = 1;

    CannotStart(String line) {
        super(line);
    }
}
