package vn.vonggac.fetch;

import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.cookie.Cookie;
import org.apache.hc.client5.http.cookie.CookieOrigin;
import org.apache.hc.client5.http.cookie.CookieSpec;
import org.apache.hc.client5.http.cookie.MalformedCookieException;
import org.apache.hc.client5.http.impl.cookie.RFC6265CookieSpecFactory;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;
import org.apache.hc.core5.http.message.BasicHeader;

/** The cookies of one exchange: kept from hop to hop, gone when it ends. */
final class Cookies {

    private static final int MOST = 50;
    private static final int LONGEST = 8_192;

    private final BasicCookieStore kept = new BasicCookieStore();

    /** The value of a {@code Cookie} header to this URL, where there is one. */
    Optional<String> to(StrictUrl url) {
        if (kept.getCookies().isEmpty()) {
            return Optional.empty();
        }
        String value = kept.getCookies().stream().filter(cookie -> Loaded.RULES.match(cookie, origin(url)))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue()).collect(Collectors.joining("; "));
        return value.isEmpty() || value.length() > LONGEST ? Optional.empty() : Optional.of(value);
    }

    void keep(StrictUrl url, Answer answer) {
        answer.all("Set-Cookie").stream().limit(MOST).forEach(line -> keep(line, origin(url)));
    }

    private void keep(String line, CookieOrigin origin) {
        try {
            for (Cookie cookie : Loaded.RULES.parse(new BasicHeader("Set-Cookie", line), origin)) {
                Loaded.RULES.validate(cookie, origin);
                if (kept.getCookies().size() < MOST) {
                    kept.addCookie(cookie);
                }
            }
        } catch (MalformedCookieException e) {
            // a browser drops such a cookie as well; the header stays in the evidence
            return;
        }
    }

    private static CookieOrigin origin(StrictUrl url) {
        return new CookieOrigin(url.host(), url.port(), url.path().split("\\?", 2)[0], url.secure());
    }

    /** The list of public suffixes takes a moment to read; most exchanges need none of it. */
    private static final class Loaded {
        static final CookieSpec RULES = new RFC6265CookieSpecFactory(
                RFC6265CookieSpecFactory.CompatibilityLevel.RELAXED, PublicSuffixMatcherLoader.getDefault())
                .create(null);
    }
}
