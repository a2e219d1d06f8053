package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Map;
import java.util.Optional;
import vn.vonggac.account.Accounts;
import vn.vonggac.account.Sessions;
import vn.vonggac.account.SignIn;
import vn.vonggac.api.SessionCookie;

/** Setting up the first administrator, signing in and out. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
final class SignInController {

    private final Templates templates;
    private final Accounts accounts;
    private final Sessions sessions;
    private final HttpClientAddressResolver addresses;

    SignInController(Templates templates, Accounts accounts, Sessions sessions,
            HttpClientAddressResolver addresses) {
        this.templates = templates;
        this.accounts = accounts;
        this.sessions = sessions;
        this.addresses = addresses;
    }

    @Get("/setup")
    HttpResponse<String> blankSetUp(Desk desk) {
        return accounts.nobodyYet() ? Reply.page(templates.setup(desk, Form.EMPTY)) : Reply.goTo("/sign-in");
    }

    @Post(uri = "/setup", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> setUp(Desk desk, @Body byte[] body) {
        Form form = Form.read(body);
        return Reply.outcome(form,
                () -> accounts.setUp(new Accounts.FirstAdministrator(form.value("code"), form.value("name"),
                        form.value("sign-in-name"), form.value("password"), form.value("again"))),
                "/sign-in", "set-up", () -> templates.setup(desk, form));
    }

    @Get("/sign-in")
    HttpResponse<String> blankSignIn(Desk desk) {
        if (accounts.nobodyYet()) {
            return Reply.goTo("/setup");
        }
        return Reply.page(templates.signIn(desk, Form.of(Map.of("to", desk.address().value("to")))));
    }

    @Post(uri = "/sign-in", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> signIn(Desk desk, HttpRequest<?> request, @Body byte[] body) {
        Form form = Form.read(body);
        String address = Optional.ofNullable(addresses.resolve(request)).orElse("");
        return switch (accounts.signIn(form.value("name"), form.value("password"), address)) {
            case SignIn.Opened opened -> opened(form, opened, request);
            case SignIn.Wrong wrong ->
                Reply.again(templates.signIn(desk, form.reject("password", "web.sign-in.wrong")));
            case SignIn.Locked locked -> Reply.again(templates.signIn(desk,
                    form.reject("password", "web.sign-in.locked", desk.times().exact(locked.until()))));
        };
    }

    private static MutableHttpResponse<String> opened(Form form, SignIn.Opened opened,
            HttpRequest<?> request) {
        String to = form.value("to");
        boolean here = to.startsWith("/") && !to.startsWith("//") && !to.contains("\\")
                && !to.startsWith("/sign-");
        return Reply.goTo(here ? to : "/").cookie(SessionCookie.holding(opened.token(), request.isSecure()));
    }

    @Post("/sign-out")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<String> signOut(HttpRequest<?> request) {
        SessionCookie.token(request).ifPresent(sessions::close);
        return Reply.goTo("/sign-in").cookie(SessionCookie.gone());
    }
}
