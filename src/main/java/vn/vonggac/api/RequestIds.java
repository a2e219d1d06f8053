package vn.vonggac.api;

import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives every request a number of its own, which its answer names and every line of the log about it. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public final class RequestIds implements Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(RequestIds.class);
    private static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = "vonggac.request";
    private static final int LENGTH = 12;
    private static final int FIRST_ERROR = 400;
    private static final int LONGEST_PATH = 200;

    /** The number of this request. */
    public static String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class).orElse("");
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext context) {
        String id = UUID.randomUUID().toString().replace("-", "").substring(0, LENGTH);
        request.setAttribute(ATTRIBUTE, id);
        context.add(new MdcPropagationContext(Map.of("request", id)));
    }

    @ResponseFilter
    void finish(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header(HEADER, of(request));
        if (response.code() >= FIRST_ERROR) {
            LOG.info("{} {}: {}", request.getMethodName(), path(request), response.code());
        }
    }

    /** As it was sent, so that it stays on its line; what follows the question mark may be a secret. */
    private static String path(HttpRequest<?> request) {
        String path = request.getUri().getRawPath();
        return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH) + "...";
    }
}
