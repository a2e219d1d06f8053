package vn.vonggac.cli;

/** Why the service does not start, in one line for the operator. */
final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotStart(String line) {
        super(line);
    }
}
