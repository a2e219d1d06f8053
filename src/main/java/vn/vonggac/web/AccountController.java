package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import vn.vonggac.account.Accounts;
import vn.vonggac.account.Accounts.FirstAdministrator;
import vn.vonggac.account.Sessions;
import vn.vonggac.account.SignIn;
import vn.vonggac.api.Sender;
import vn.vonggac.api.Senders;
import vn.vonggac.api.SessionCookie;
import vn.vonggac.portal.Outcome;

/** The way in and out: the first administrator, sign-in, sign-out. */
@Hidden
@Controller(value = "/", produces = MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
final class AccountController {

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;

    private final Templates templates;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Senders senders;

    AccountController(Templates templates, Accounts accounts, Sessions sessions, Senders senders) {
        this.templates = templates;
        this.accounts = accounts;
        this.sessions = sessions;
        this.senders = senders;
    }

    @Get("/setup")
    HttpResponse<String> setUpPage(Desk desk) {
        return accounts.nobodyYet() ? Reply.page(templates.setup(desk, Form.EMPTY)) : Reply.goTo("/sign-in");
    }

    @Post(uri = "/setup", consumes = FORM)
    HttpResponse<String> setUp(Desk desk, HttpRequest<?> request, @Body byte[] body) {
        Form form = Form.read(body);
        FirstAdministrator wish = new FirstAdministrator(form.typed("code"), form.line("name"),
                form.line("sign-in-name"), form.typed("password"), form.typed("again"));
        if (form.sound() && accounts.setUp(wish) instanceof Outcome.Rejected<?> rejected) {
            form.reject(rejected.problems());
        }
        return form.sound()
                ? enter(desk, form, wish.signInName(), wish.password(), request)
                : Reply.again(templates.setup(desk, form));
    }

    @Get("/sign-in")
    HttpResponse<String> signInPage(Desk desk, @QueryValue(defaultValue = "/") String to) {
        return accounts.nobodyYet()
                ? Reply.goTo("/setup")
                : Reply.page(templates.signIn(desk, Form.of(Map.of("to", to))));
    }

    @Post(uri = "/sign-in", consumes = FORM)
    HttpResponse<String> signIn(Desk desk, HttpRequest<?> request, @Body byte[] body) {
        Form form = Form.read(body);
        String name = form.line("name");
        String password = form.typed("password");
        return form.sound()
                ? enter(desk, form, name, password, request)
                : Reply.again(templates.signIn(desk, form));
    }

    @Post(uri = "/sign-out", consumes = FORM)
    HttpResponse<String> signOut(HttpRequest<?> request) {
        SessionCookie.token(request).ifPresent(sessions::close);
        return Reply.done("/sign-in", "signed-out").cookie(SessionCookie.gone());
    }

    private HttpResponse<String> enter(Desk desk, Form form, String name, String password,
            HttpRequest<?> request) {
        Sender sender = senders.of(request);
        return switch (accounts.signIn(name, password, sender.address())) {
            case SignIn.Opened opened -> Reply.goTo(Address.ownPath(form.value("to")))
                    .cookie(SessionCookie.holding(opened.token(), sender.secure()));
            case SignIn.Wrong wrong -> Reply
                    .again(templates.signIn(desk, form.reject("password", "web.problem.sign-in")));
            case SignIn.Locked locked -> Reply.again(templates.signIn(desk, form.reject("password",
                    "web.problem.locked", desk.times().minute(locked.until()))));
        };
    }
}
