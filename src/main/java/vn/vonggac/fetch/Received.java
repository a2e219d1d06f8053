package vn.vonggac.fetch;

import java.util.Optional;

/** A body as it came, and why it ended early. */
@SuppressWarnings("ArrayRecordComponent")
record Received(byte[] bytes, Optional<Body.Cut> cut) {

    static final Received NOTHING = new Received(new byte[0], Optional.empty());
}
