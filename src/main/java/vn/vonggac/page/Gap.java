package vn.vonggac.page;

/** Something on a page that could have been looked at and was not; the message key ends in {@code reason}. */
public record Gap(Reason reason, String detail) {

    /** Why it was not looked at. */
    public enum Reason {
        TOO_LARGE, TOO_DEEP, TOO_MANY_NODES, DEADLINE, ENCRYPTED, BROKEN, TRUNCATED, EMPTY, NO_MEMORY, UNREADABLE, UNSUPPORTED
    }
}
