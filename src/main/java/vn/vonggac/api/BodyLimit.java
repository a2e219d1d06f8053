package vn.vonggac.api;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.convert.format.ReadableBytes;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Refuses a body that says it is too large before any of it is read. The framework's own limit stops one that says
 * nothing; but a form with a file that breaks it is left without an answer until the connection idles out.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class BodyLimit implements Ordered {

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
        return request.getContentLength() <= most
                ? null
                : HttpResponse.status(HttpStatus.REQUEST_ENTITY_TOO_LARGE).header(HttpHeaders.CONNECTION,
                        "close");
    }
}
