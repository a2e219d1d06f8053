package vn.vonggac.api;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.convert.format.ReadableBytes;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Refuses a body that says it is too large before any of it is kept; what is still under way is read and dropped, so that
 * the sender gets to see the answer, unless it is out of all bounds. The framework's own limit stops one that says
 * nothing; but a form with a file that breaks it is left without an answer until the connection idles out.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class BodyLimit implements Ordered {

    private static final int WAITED_FOR = 10;

    private final long most;

    BodyLimit(@Value("${micronaut.server.max-request-size}") @ReadableBytes long most) {
        this.most = most;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 50;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> refuse(HttpRequest<?> request) {
        long said = request.getContentLength();
        if (said <= most) {
            return null;
        }
        MutableHttpResponse<?> refusal = HttpResponse.status(HttpStatus.REQUEST_ENTITY_TOO_LARGE);
        return said <= WAITED_FOR * most ? refusal : refusal.header(HttpHeaders.CONNECTION, "close");
    }
}
