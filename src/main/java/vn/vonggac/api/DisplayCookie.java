package vn.vonggac.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import java.util.Optional;

/** The cookie with which a screen on the wall keeps its token; it goes to the wallboard and nowhere else. */
public final class DisplayCookie {

    private static final String NAME = "vonggac-display";
    private static final String PATH = "/wallboard";

    private DisplayCookie() {}

    static Optional<String> token(HttpRequest<?> request) {
        return isBelow(request.getPath())
                ? request.getCookies().findCookie(NAME).map(Cookie::getValue)
                        .filter(value -> !value.isEmpty())
                : Optional.empty();
    }

    private static boolean isBelow(String path) {
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    /** As long as the token may be good; that it is, is asked each time. */
    public static Cookie holding(String token, Duration kept, boolean secure) {
        return Cookie.of(NAME, token).httpOnly(true).secure(secure).sameSite(SameSite.Strict).path(PATH)
                .maxAge(kept);
    }
}
