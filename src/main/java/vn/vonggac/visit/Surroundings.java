package vn.vonggac.visit;

import java.util.List;
import java.util.Optional;
import vn.vonggac.detect.Around;
import vn.vonggac.fetch.Failed;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.fetch.Hop;
import vn.vonggac.fetch.TlsFacts;
import vn.vonggac.page.Hosts;

/** What the exchanges of a visit tell of everything but the page itself. */
final class Surroundings {

    private Surroundings() {}

    static Around of(String url, List<FetchResult> exchanges, Around known) {
        return exchanges.isEmpty()
                ? known
                : known.seen(exchanges.getFirst().exchange().startedAt(), encryption(url, exchanges),
                        failure(exchanges));
    }

    /** Of the host that was asked; where it sends its visitors is another's affair. */
    private static Optional<TlsFacts> encryption(String url, List<FetchResult> exchanges) {
        String own = Hosts.of(url);
        return exchanges.stream().flatMap(result -> result.exchange().hops().stream())
                .filter(hop -> Hosts.of(hop.url()).equals(own)).map(Hop::tls).flatMap(Optional::stream)
                .findFirst();
    }

    /** Only where no view came further: one that did shows that the server stands. */
    private static Optional<Failed.Cause> failure(List<FetchResult> exchanges) {
        return exchanges.stream().allMatch(Failed.class::isInstance)
                ? exchanges.stream().map(Failed.class::cast).map(Failed::cause).findFirst()
                : Optional.empty();
    }
}
