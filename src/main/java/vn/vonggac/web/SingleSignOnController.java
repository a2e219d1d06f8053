package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import vn.vonggac.account.SignIn;
import vn.vonggac.account.SingleSignOn;

/** To the provider that the operator named, and back. */
@Hidden
@Controller(value = "/sign-in/sso", produces = MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
final class SingleSignOnController {

    private static final String KEPT = "vonggac-sso";
    private static final String PATH = "/sign-in/sso";

    private final Templates templates;
    private final SingleSignOn single;
    private final Doorstep doorstep;

    SingleSignOnController(Templates templates, SingleSignOn single, Doorstep doorstep) {
        this.templates = templates;
        this.single = single;
        this.doorstep = doorstep;
    }

    @Get
    HttpResponse<?> depart(Desk desk, HttpRequest<?> request, @QueryValue(defaultValue = "/") String to) {
        if (!single.enabled()) {
            return Reply.absent();
        }
        return single.depart(back(request), Address.ownPath(to))
                .<HttpResponse<?>>map(departure -> HttpResponse.seeOther(departure.to())
                        .cookie(keeping(request, departure.kept())))
                .orElseGet(() -> refused(desk, "web.problem.sso-silent"));
    }

    @Get("/return")
    HttpResponse<?> arrive(Desk desk, HttpRequest<?> request, @QueryValue(defaultValue = "") String state,
            @QueryValue(defaultValue = "") String code) {
        if (!single.enabled()) {
            return Reply.absent();
        }
        String kept = request.getCookies().findCookie(KEPT).map(Cookie::getValue).orElse("");
        SignIn came = single.arrive(kept, state, code, back(request), doorstep.address(request));
        return came instanceof SignIn.Opened opened
                ? doorstep.enter(request, opened.token(), single.askedFor(kept))
                : refused(desk, "web.problem.sso");
    }

    private HttpResponse<?> refused(Desk desk, String why) {
        Form form = Form.of(Map.of()).reject("", why);
        return Reply.again(templates.signIn(desk.at("/sign-in"), form, single.name()));
    }

    private String back(HttpRequest<?> request) {
        return doorstep.origin(request) + PATH + "/return";
    }

    private Cookie keeping(HttpRequest<?> request, String kept) {
        return Cookie.of(KEPT, kept).httpOnly(true).secure(doorstep.secure(request)).sameSite(SameSite.Lax)
                .path(PATH).maxAge(SingleSignOn.PATIENCE);
    }
}
