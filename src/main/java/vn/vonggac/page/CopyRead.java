package vn.vonggac.page;

/** What came of reading a kept copy. */
public sealed interface CopyRead {

    /** The bytes as they were kept, checked against their name. */
    record Whole(byte[] body) implements CopyRead {}

    /** It is not there. */
    record Missing(String hash) implements CopyRead {}

    /** It is there and is not what was kept. */
    record Damaged(String hash, String why) implements CopyRead {}
}
