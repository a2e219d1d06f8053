package vn.vonggac.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.util.Optional;

/**
 * The cookie that holds a session's token, and nothing else. Over TLS its name makes browsers refuse it from anybody but
 * this very host: a neighbour under the same domain, and those are what is watched here, cannot plant one.
 */
public final class SessionCookie {

    private static final String NAME = "vonggac-session";
    private static final String OVER_TLS = "__Host-" + NAME;

    private SessionCookie() {}

    private static String name(boolean secure) {
        return secure ? OVER_TLS : NAME;
    }

    /** What came with a request, over TLS or not. */
    public static Optional<String> token(HttpRequest<?> request, boolean secure) {
        return request.getCookies().findCookie(name(secure)).map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    public static Cookie holding(String token, boolean secure) {
        return Cookie.of(name(secure), token).httpOnly(true).secure(secure).sameSite(SameSite.Lax).path("/");
    }

    /** Takes the cookie away. */
    public static Cookie gone(boolean secure) {
        return holding("", secure).maxAge(0);
    }
}
