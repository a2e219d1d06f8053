package vn.vonggac.feed;

/** What came of refreshing a list. */
public sealed interface FeedResult {

    String list();

    /** It is in force, with so many entries; so many lines of it say something else. */
    record Loaded(String list, int entries, int ignored) implements FeedResult {}

    /** It says what it said before. */
    record Unchanged(String list) implements FeedResult {}

    /** It is not in force and the last good one stays, if there is one; {@code line} is 0 for the whole. */
    record Refused(String list, String source, int line, Reason reason,
            String detail) implements FeedResult {}

    /** Why a list was refused. */
    enum Reason {
        NOT_A_LIST, WEB_PAGE, EMPTY, UNREADABLE, NOT_FETCHED, CUT
    }
}
