package vn.vonggac.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;

/** Language and light or dark, kept in a cookie of the reader; they change nothing else. */
@Hidden
@Controller("/look")
@Secured(SecurityRule.IS_ANONYMOUS)
final class LookController {

    private static final Duration KEPT = Duration.ofDays(365);

    @Get("/language/{language}")
    HttpResponse<?> language(String language, @QueryValue(defaultValue = "/") String to) {
        return remember(Desks.LANGUAGE, language.equals("en") ? "en" : "vi", to);
    }

    @Get("/theme/{theme}")
    HttpResponse<?> theme(String theme, @QueryValue(defaultValue = "/") String to) {
        return remember(Desks.THEME, Theme.named(theme).word(), to);
    }

    private static HttpResponse<?> remember(String name, String value, String to) {
        Cookie cookie = Cookie.of(name, value).path("/").httpOnly(true).sameSite(SameSite.Lax).maxAge(KEPT);
        return Reply.goTo(Address.ownPath(to)).cookie(cookie);
    }
}
