package vn.vonggac.cli;

import io.micronaut.serde.annotation.Serdeable;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import vn.vonggac.audit.Slug;
import vn.vonggac.fetch.Answer;
import vn.vonggac.fetch.Body;
import vn.vonggac.fetch.Decoding;
import vn.vonggac.fetch.Exchange;
import vn.vonggac.fetch.Failed;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.fetch.Fetched;
import vn.vonggac.fetch.Header;
import vn.vonggac.fetch.Hop;
import vn.vonggac.fetch.NotModified;
import vn.vonggac.fetch.Refused;
import vn.vonggac.fetch.Timings;
import vn.vonggac.fetch.TlsFacts;

/** An exchange in the shape of {@code fetch --format json}; {@code reason} is empty when the page was fetched. */
@Serdeable
record FetchView(String url, String view, String result, String reason, String detail, int status,
        String finalUrl,
        boolean verified, Instant startedAt, double millis, List<HopView> hops, Optional<BodyView> body) {

    @Serdeable
    record HopView(String kind, String method, String url, String address, String protocol, int status,
            List<HeaderView> sent, List<HeaderView> received, TimingsView millis, Optional<TlsView> tls,
            List<String> notes, long bytes, Optional<BodyView> body) {}

    @Serdeable
    record HeaderView(String name, String value) {}

    @Serdeable
    record TimingsView(double dns, double connect, double tls, double firstByte, double lastByte) {}

    @Serdeable
    record TlsView(String protocol, String cipher, List<String> problems, List<CertificateView> chain) {}

    @Serdeable
    record CertificateView(String subject, String issuer, String serial, Instant notBefore, Instant notAfter,
            List<String> names, String sha256) {}

    @Serdeable
    record BodyView(String contentType, String kind, int received, int decoded, String sha256, String charset,
            String charsetFound, String cut) {}

    static FetchView of(FetchResult result) {
        return switch (result) {
            case Fetched fetched -> of(fetched.exchange(), "fetched", "", "", Optional.of(fetched.body()));
            case NotModified same -> of(same.exchange(), "not-modified", "", "", Optional.empty());
            case Refused refused ->
                of(refused.exchange(), "refused", Slug.of(refused.reason()), refused.detail(),
                        refused.body());
            case Failed failed -> of(failed.exchange(), "failed", Slug.of(failed.cause()), failed.detail(),
                    Optional.empty());
        };
    }

    private static FetchView of(Exchange exchange, String result, String reason, String detail,
            Optional<Body> body) {
        return new FetchView(exchange.url(), exchange.view().id(), result, reason, detail, exchange.status(),
                exchange.finalUrl(), exchange.verified(), exchange.startedAt(),
                exchange.took().toNanos() / 1e6,
                exchange.hops().stream().map(FetchView::hop).toList(), body.map(FetchView::body));
    }

    private static HopView hop(Hop hop) {
        return new HopView(Slug.of(hop.kind()), hop.method(), hop.url(),
                hop.address().map(InetAddress::getHostAddress).orElse(""),
                hop.answer().map(Answer::protocol).orElse(""), hop.answer().map(Answer::status).orElse(0),
                headers(hop.sent()), headers(hop.answer().map(Answer::headers).orElse(List.of())),
                timings(hop.timings()), hop.tls().map(FetchView::tls),
                hop.notes().stream().map(Slug::of).sorted().toList(), hop.received(),
                hop.body().map(FetchView::body));
    }

    private static List<HeaderView> headers(List<Header> headers) {
        return headers.stream().map(header -> new HeaderView(header.name(), header.value())).toList();
    }

    private static TimingsView timings(Timings timings) {
        return new TimingsView(timings.dns().toNanos() / 1e6, timings.connect().toNanos() / 1e6,
                timings.tls().toNanos() / 1e6, timings.firstByte().toNanos() / 1e6,
                timings.lastByte().toNanos() / 1e6);
    }

    private static TlsView tls(TlsFacts facts) {
        return new TlsView(facts.protocol(), facts.cipher(),
                facts.problems().stream().map(Slug::of).sorted().toList(),
                facts.chain().stream()
                        .map(one -> new CertificateView(one.subject(), one.issuer(), one.serial(),
                                one.notBefore(),
                                one.notAfter(), one.names(), one.sha256()))
                        .toList());
    }

    private static BodyView body(Body body) {
        Decoding text = body.text();
        return new BodyView(body.contentType(), Slug.of(body.kind()), body.received().length,
                body.decoded().length,
                DigestUtils.sha256Hex(body.received()), text.charset(), Slug.of(text.found()),
                body.cut().map(Slug::of).orElse(""));
    }
}
