package vn.vonggac.api;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.List;

/**
 * What every answer of the API gets. An error that no route wrote is replaced by its problem: what the framework
 * would say holds names of classes and of columns.
 */
@ServerFilter("/api/**")
final class ApiFilter implements Ordered {

    private static final int FIRST_ERROR = 400;

    /** The last to touch an answer. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @ResponseFilter
    void finish(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff");
        if (response.code() >= FIRST_ERROR && !(response.body() instanceof ProblemDetail)) {
            response.body(null);
            replace(response, ProblemDetail.of(request, ProblemKind.of(response.status()), List.of()));
        }
    }

    @SuppressWarnings("unchecked")
    private static void replace(MutableHttpResponse<?> response, ProblemDetail detail) {
        ((MutableHttpResponse<Object>) response).body(detail).contentType(ProblemDetail.MEDIA_TYPE);
    }
}
