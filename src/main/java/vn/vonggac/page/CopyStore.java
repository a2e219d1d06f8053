package vn.vonggac.page;

import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Where copies lie, named by the SHA-256 of their bytes. Everything here may be called by many threads at once. */
interface CopyStore {

    /** A copy that is safe on disk: its name, the copy it is packed against (empty for none), and its packed size. */
    record Stored(String hash, String anchor, int size) {}

    /** Keeps bytes, packed against an earlier copy of the page where that saves much; returns when they are safe. */
    Stored keep(byte[] body, String anchor);

    CopyRead read(String hash);

    boolean has(String hash);

    /**
     * Removes what is not wanted and was not kept or asked for since then; a copy that somebody is keeping at this
     * moment stays. {@code wanted} gives those of some names that are. The answer is how many bytes all that is left
     * takes.
     */
    long sweep(Instant before, UnaryOperator<Set<String>> wanted);

    /** Reads everything and tells what is damaged; the answer is how many copies there are. */
    long verify(Consumer<CopyRead.Damaged> damaged);
}
