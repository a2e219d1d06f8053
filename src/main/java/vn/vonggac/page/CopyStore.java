package vn.vonggac.page;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Where copies lie, named by the SHA-256 of their bytes. Everything here may be called by many threads at once. */
interface CopyStore {

    /** A copy that is safe on disk: its name, the copy it is packed against (empty for none), and its packed size. */
    record Stored(String hash, String anchor, int size) {}

    /** Keeps bytes, packed against an earlier copy of the page where that saves much; returns when they are safe. */
    Stored keep(byte[] body, String anchor);

    CopyRead read(String hash);

    /**
     * Removes what is not wanted and was not kept or asked for since then; a copy that somebody is keeping at this
     * moment stays. The answer is how many bytes all that is left takes.
     */
    long sweep(Instant before, Predicate<String> wanted);

    /** Reads everything and tells what is damaged; the answer is how many copies there are. */
    long verify(Consumer<CopyRead.Damaged> damaged);
}
