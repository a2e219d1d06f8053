package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vonggac.account.Duty;
import vn.vonggac.api.RequestIds;

/**
 * What every answer outside the API gets: headers that keep a browser from running or framing anything that is
 * not the desk's own; and instead of a bare error a page that says what happened and what to do.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class DeskFilter implements Ordered {

    private static final String POLICY = String.join("; ", "default-src 'none'", "script-src 'self'",
            "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'",
            "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'");
    private static final int FIRST_ERROR = 400;
    private static final List<Integer> EXPLAINED = List.of(400, 403, 404, 405, 413, 500, 503);

    /** The answers of a form that come with its page. */
    private static final Set<Integer> OWN_PAGE = Set.of(HttpStatus.UNPROCESSABLE_ENTITY.getCode(),
            HttpStatus.CONFLICT.getCode());

    /** Where somebody is sent who owes something first. */
    private static final Map<Duty, String> DUTIES = Map.of(Duty.FACTOR, "/factor", Duty.ENROLMENT,
            "/factor/enrol", Duty.PASSWORD, "/account/password");

    private final Desks desks;
    private final Templates templates;

    DeskFilter(Desks desks, Templates templates) {
        this.desks = desks;
        this.templates = templates;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @ResponseFilter
    void finish(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (request.getPath().startsWith("/api/")) {
            return;
        }
        explain(request, response);
        response.header("Content-Security-Policy", policy(response))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin").header("Cross-Origin-Opener-Policy", "same-origin");
        if (!isAsset(request.getPath()) || response.code() >= FIRST_ERROR) {
            response.header("Cache-Control", "no-store");
        }
    }

    /** What is handed out to be kept runs nothing even where somebody brings a browser to show it. */
    private static String policy(MutableHttpResponse<?> response) {
        return response.getHeaders().contains(HttpHeaders.CONTENT_DISPOSITION)
                ? POLICY + "; sandbox"
                : POLICY;
    }

    private void explain(HttpRequest<?> request, MutableHttpResponse<?> response) {
        int status = response.code();
        if (status == HttpStatus.SERVICE_UNAVAILABLE.getCode() && request.getPath().startsWith("/health")) {
            return; // what is wrong stands in it, for programs that watch over the service
        }
        if (status == HttpStatus.UNAUTHORIZED.getCode()) {
            signIn(request, response);
        } else if (status == HttpStatus.FORBIDDEN.getCode() && desks.of(request).duty().isPresent()) {
            response.status(HttpStatus.SEE_OTHER).header("Location",
                    DUTIES.get(desks.of(request).duty().get()));
        } else if (status >= FIRST_ERROR && !OWN_PAGE.contains(status)) {
            int known = EXPLAINED.contains(status) ? status : status < 500 ? 400 : 500;
            response.contentType(Reply.HTML);
            ((MutableHttpResponse<Object>) response)
                    .body(templates.error(desks.of(request), known, RequestIds.of(request)).render());
        }
    }

    private static void signIn(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (request.getPath().startsWith("/wallboard")) {
            response.status(HttpStatus.SEE_OTHER).header("Location", "/wallboard/open");
            return;
        }
        String to = request.getMethod() == io.micronaut.http.HttpMethod.GET
                ? request.getUri().toString()
                : "/";
        response.status(HttpStatus.SEE_OTHER).header("Location",
                "/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
    }

    private static boolean isAsset(String path) {
        return path.startsWith("/desk/") || path.startsWith("/webjars/");
    }

}
