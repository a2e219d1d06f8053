package vn.vonggac.watch;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.fetch.Hop;

/** What was asked of a server: how many requests, and how many bytes of bodies came. */
@Introspected
public record Cost(long requests, long bytes) {

    static final Cost NOTHING = new Cost(0, 0);

    static Cost of(List<FetchResult> exchanges) {
        List<Hop> hops = exchanges.stream().flatMap(result -> result.exchange().hops().stream())
                .filter(hop -> hop.kind() != Hop.Kind.REFRESH).toList();
        return new Cost(hops.size(), hops.stream().mapToLong(Hop::received).sum());
    }

    Cost plus(Cost other) {
        return new Cost(requests + other.requests, bytes + other.bytes);
    }
}
