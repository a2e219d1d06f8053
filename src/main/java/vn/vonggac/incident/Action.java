package vn.vonggac.incident;

/** What moves an incident from one status to another. */
public enum Action {
    /** Repeats agree, or it is unmistakable. */
    CONFIRM,
    /** A person took it. */
    ACKNOWLEDGE,
    /** Every page that showed it was clean under all views. */
    CONTAIN,
    /** A person says that the pages of what is contained are as they should be; it stays where it stands. */
    RESTORE,
    /** It was seen again after it was contained, or closed as a true attack. */
    RECUR,
    /** Clean rounds proved it gone: the only way a true attack is closed. */
    CLOSE,
    /** A person closed it for another reason than its having been cleaned up. */
    DISMISS,
    /** A person took the closing back. */
    REOPEN
}
