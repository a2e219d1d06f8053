package vn.vonggac.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vonggac.fetch.Header;
import vn.vonggac.fetch.TlsFacts;

/**
 * What the server of a portal said of itself last: its certificate, where the connection was encrypted, and the
 * software it names.
 */
public record ServerFacts(String host, Instant seenAt, Optional<TlsFacts> tls, List<Header> software) {

    public ServerFacts {
        software = List.copyOf(software);
    }

    /** The server's own certificate. */
    public Optional<TlsFacts.Certificate> certificate() {
        return tls.flatMap(facts -> facts.chain().stream().findFirst());
    }

    /** Whether it was written lately and another look says the same. */
    boolean holds(ServerFacts now, Duration lately) {
        return host.equals(now.host) && tls.equals(now.tls) && software.equals(now.software)
                && now.seenAt.isBefore(seenAt.plus(lately));
    }
}
