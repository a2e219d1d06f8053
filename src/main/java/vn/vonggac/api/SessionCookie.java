package vn.vonggac.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.util.Optional;

/** The cookie that holds a session's token, and nothing else. */
public final class SessionCookie {

    private static final String NAME = "vonggac-session";

    private SessionCookie() {}

    public static Optional<String> token(HttpRequest<?> request) {
        return request.getCookies().findCookie(NAME).map(Cookie::getValue).filter(value -> !value.isEmpty());
    }

    public static Cookie holding(String token, boolean secure) {
        return Cookie.of(NAME, token).httpOnly(true).secure(secure).sameSite(SameSite.Lax).path("/");
    }

    /** Takes the cookie away. */
    public static Cookie gone() {
        return Cookie.of(NAME, "").httpOnly(true).sameSite(SameSite.Lax).path("/").maxAge(0);
    }
}
