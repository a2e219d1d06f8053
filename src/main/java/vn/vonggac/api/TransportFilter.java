package vn.vonggac.api;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/**
 * Answers in the clear only this machine and the listed proxies, that nobody goes around them; and tells a browser
 * that came over TLS to come no other way.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class TransportFilter implements Ordered {

    private static final String FOR_A_YEAR = "max-age=31536000";

    private final Senders senders;
    private final boolean everybody;

    TransportFilter(Senders senders, HttpConfig config) {
        this.senders = senders;
        this.everybody = config.allowPlainHttpBeyondLoopback();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 20;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> refuse(HttpRequest<?> request) {
        return everybody || request.isSecure() || senders.isNear(request)
                ? null
                : HttpResponse.status(HttpStatus.FORBIDDEN);
    }

    @ResponseFilter
    void finish(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (senders.of(request).secure()) {
            response.header("Strict-Transport-Security", FOR_A_YEAR);
        }
    }
}
