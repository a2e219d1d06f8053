package vn.vonggac.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses what another site makes a browser send. Browsers say where a request comes from ({@code Sec-Fetch-Site},
 * before that {@code Origin}, {@code Referer}); whoever says none of it is no browser and carries nobody's cookie by accident.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class CrossSiteFilter implements Ordered {

    private static final Set<HttpMethod> SAFE = EnumSet.of(HttpMethod.GET, HttpMethod.HEAD,
            HttpMethod.OPTIONS,
            HttpMethod.TRACE);
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final Senders senders;

    CrossSiteFilter(Senders senders) {
        this.senders = senders;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 100;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> refuse(HttpRequest<?> request) {
        return SAFE.contains(request.getMethod()) || ours(request)
                ? null
                : HttpResponse.status(HttpStatus.FORBIDDEN);
    }

    private boolean ours(HttpRequest<?> request) {
        Optional<String> site = request.getHeaders().findFirst("Sec-Fetch-Site");
        return site.map(OURS::contains).orElseGet(() -> request.getHeaders().findFirst("Origin")
                .or(() -> request.getHeaders().findFirst("Referer"))
                .map(origin -> sameHost(origin, senders.of(request).host())).orElse(true));
    }

    private static boolean sameHost(String origin, String host) {
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
