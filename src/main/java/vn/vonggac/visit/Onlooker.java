package vn.vonggac.visit;

import vn.vonggac.detect.Seen;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.fetch.View;

/** Somebody who waits for a visit and is told how far it has come. */
public interface Onlooker {

    Onlooker NOBODY = new Onlooker() {
    };

    /** The page is about to be asked for under this view, the so manieth of so many. */
    default void asks(View view, int number, int of) {}

    /** What came of it. */
    default void came(FetchResult result) {}

    default void reads(String view) {}

    default void read(Seen seen) {}

    /** Whether anybody still waits; else what has not begun is left. */
    default boolean goesOn() {
        return true;
    }

    /** Everything is read, and the detectors look at it. */
    default void judges() {}
}
