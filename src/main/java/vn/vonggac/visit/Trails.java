package vn.vonggac.visit;

import java.util.ArrayList;
import java.util.List;
import vn.vonggac.detect.Trail;
import vn.vonggac.fetch.Answer;
import vn.vonggac.fetch.Exchange;
import vn.vonggac.fetch.Hop;

/** The trail that detectors look at, out of the exchange that is kept as evidence. */
public final class Trails {

    private Trails() {}

    public static Trail of(Exchange exchange) {
        return new Trail(exchange.status(), exchange.finalUrl(), chain(exchange), headers(exchange));
    }

    private static List<Trail.Hop> chain(Exchange exchange) {
        List<Trail.Hop> chain = new ArrayList<>();
        for (int i = 1; i < exchange.hops().size(); i++) {
            Hop from = exchange.hops().get(i - 1);
            Hop to = exchange.hops().get(i);
            Trail.Means means = to.kind() == Hop.Kind.REFRESH ? Trail.Means.REFRESH_HEADER : Trail.Means.HTTP;
            chain.add(
                    new Trail.Hop(from.url(), from.answer().map(Answer::status).orElse(0), means, to.url()));
        }
        return chain;
    }

    private static List<Trail.Header> headers(Exchange exchange) {
        return exchange.last().flatMap(Hop::answer).map(Answer::headers).orElse(List.of()).stream()
                .map(header -> new Trail.Header(header.name(), header.value())).toList();
    }
}
