package vn.vonggac.fetch;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** What came over the wire for one hop. */
sealed interface Reply {

    Trace trace();

    record Came(Trace trace, Answer answer, Received body) implements Reply {}

    record Broke(Trace trace, Failed.Cause cause, String detail) implements Reply {}

    /** What is known of a hop whether or not it was answered. */
    record Trace(Optional<InetAddress> address, List<Header> sent, Timings timings, Optional<TlsFacts> tls,
            boolean reused) {}
}
