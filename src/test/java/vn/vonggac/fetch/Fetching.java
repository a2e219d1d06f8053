package vn.vonggac.fetch;

import java.util.Optional;
import java.util.Set;

/** Targets on this machine. */
final class Fetching {

    private Fetching() {}

    static Target target(String url, int port) {
        return new Target(url, "portal", "127.0.0.1:" + port, Set.of(port), Optional.empty(),
                Target.Purpose.LISTED);
    }
}
