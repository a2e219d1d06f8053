package vn.vonggac.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.filter.ServerFilterPhase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import vn.vonggac.incident.Attachments;

/**
 * The files of a form that have nothing in them: the framework drops them on the way, and whoever chose one is to be told
 * all the same. What a browser sends where none was chosen has no name, and is none.
 */
@ServerFilter("/incidents/**")
final class EmptyFiles implements Ordered {

    private static final String NAMES = "desk.empty-files";

    /** After it is known who sends it. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    CompletableFuture<HttpRequest<?>> note(HttpRequest<?> request) {
        Optional<String> boundary = request.getContentType()
                .filter(type -> type.matches(MediaType.MULTIPART_FORM_DATA_TYPE))
                .flatMap(type -> type.getParameters().get("boundary"));
        if (request.getMethod() != HttpMethod.POST || boundary.isEmpty()
                || !(request instanceof ServerHttpRequest<?> sent)) {
            return CompletableFuture.completedFuture(request);
        }
        return sent.byteBody().split(ByteBody.SplitBackpressureMode.FASTEST).buffer().thenApply(body -> {
            request.setAttribute(NAMES, names(body.toByteArray(), boundary.get()));
            return request;
        });
    }

    static List<String> names(byte[] body, String boundary) {
        String between = "--" + Pattern.quote(boundary);
        Pattern empty = Pattern.compile(between + "\r\nContent-Disposition: form-data; name=\""
                + Attachments.FIELD + "\"; filename=\"([^\"\r\n]+)\"\r\n(?:[^\r\n]+\r\n){0,9}\r\n\r\n(?="
                + between + ")", Pattern.CASE_INSENSITIVE);
        return empty.matcher(new String(body, StandardCharsets.ISO_8859_1)).results()
                .map(found -> new String(found.group(1).getBytes(StandardCharsets.ISO_8859_1),
                        StandardCharsets.UTF_8))
                .toList();
    }

    /** Their names, as the browser called them. */
    @SuppressWarnings("unchecked")
    static List<String> of(HttpRequest<?> request) {
        return request.getAttribute(NAMES, List.class).orElse(List.of());
    }
}
