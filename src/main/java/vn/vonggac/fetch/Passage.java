package vn.vonggac.fetch;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/** What the gate says to a URL. */
sealed interface Passage {

    /** Ask it, at one of these addresses and no other. */
    record Open(StrictUrl url, List<InetAddress> addresses, Duration dns) implements Passage {}

    /** Do not ask it. */
    record Shut(String rule) implements Passage {}

    /** It cannot be asked. */
    record Unresolved(StrictUrl url, Failed.Cause cause) implements Passage {}
}
