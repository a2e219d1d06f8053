package vn.vonggac.watch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The portals there are, as the watch needs them at a moment. */
interface WatchedPortals {

    Optional<Watched> find(long id, Instant now);

    /** Those that are to be looked at now. */
    List<Watched> active(Instant now);

    /** Whether the address is a page of any of them. */
    boolean covers(String url);
}
