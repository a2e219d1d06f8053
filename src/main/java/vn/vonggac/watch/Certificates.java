package vn.vonggac.watch;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.vonggac.fetch.TlsFacts;

/** When the certificates of watched hosts run out, as they were seen last. */
final class Certificates {

    private static final int MOST = 20_000;

    private final Map<String, Instant> ends = new ConcurrentHashMap<>();

    void seen(String host, TlsFacts tls) {
        if (!tls.chain().isEmpty() && (ends.size() < MOST || ends.containsKey(host))) {
            ends.put(host, tls.chain().getFirst().notAfter());
        }
    }

    /** The first to run out, or the one that did first. */
    Optional<Instant> next() {
        return ends.values().stream().min(Instant::compareTo);
    }
}
