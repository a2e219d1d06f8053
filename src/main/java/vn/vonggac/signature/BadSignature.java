package vn.vonggac.signature;

/** A signature file that cannot be used: which file, which line, and why. */
public final class BadSignature extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String file;
    private final int line;

    BadSignature(String file, int line, String reason) {
        super(file + ":" + line + ": " + reason);
        this.file = file;
        this.line = line;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }
}
