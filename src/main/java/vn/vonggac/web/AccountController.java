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
import java.time.Instant;
import java.util.Map;
import vn.vonggac.account.Accounts;
import vn.vonggac.account.Accounts.FirstAdministrator;
import vn.vonggac.account.NewPassword;
import vn.vonggac.account.Person;
import vn.vonggac.account.Sessions;
import vn.vonggac.account.SignIn;
import vn.vonggac.account.SingleSignOn;
import vn.vonggac.portal.Outcome;

/** The way in and out: the first administrator, those who were invited, sign-in, sign-out. */
@Hidden
@Controller(value = "/", produces = MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
final class AccountController {

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;

    private final Templates templates;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Doorstep doorstep;
    private final SingleSignOn single;

    AccountController(Templates templates, Accounts accounts, Sessions sessions, Doorstep doorstep,
            SingleSignOn single) {
        this.templates = templates;
        this.accounts = accounts;
        this.sessions = sessions;
        this.doorstep = doorstep;
        this.single = single;
    }

    @Get("/setup")
    HttpResponse<String> setUpPage(Desk desk) {
        return accounts.awaitsSetUp()
                ? Reply.page(templates.setup(desk, Form.EMPTY))
                : Reply.goTo("/sign-in");
    }

    @Post(uri = "/setup", consumes = FORM)
    HttpResponse<String> setUp(Desk desk, HttpRequest<?> request, @Body byte[] body) {
        Form form = Form.read(body);
        FirstAdministrator wish = new FirstAdministrator(form.line("code"), form.line("fullName"),
                form.line("signInName"), form.typed("password"), form.typed("again"));
        if (form.sound() && accounts.setUp(wish) instanceof Outcome.Rejected<?> rejected) {
            form.reject(rejected.problems());
        }
        return form.sound()
                ? enter(desk, form, wish.signInName(), wish.password(), request)
                : Reply.again(templates.setup(desk, form));
    }

    @Get("/join")
    HttpResponse<String> joinPage(Desk desk) {
        return Reply.page(templates.join(desk, Form.EMPTY));
    }

    @Post(uri = "/join", consumes = FORM)
    HttpResponse<String> join(Desk desk, HttpRequest<?> request, @Body byte[] body) {
        Form form = Form.read(body);
        String code = form.line("code");
        NewPassword chosen = new NewPassword(form.typed("password"), form.typed("again"));
        if (!form.sound()) {
            return Reply.again(templates.join(desk, form));
        }
        return switch (accounts.join(code, chosen, doorstep.address(request))) {
            case Outcome.Saved<Person>(Person person) ->
                enter(desk, form, person.signInName(), chosen.password(), request);
            case Outcome.Rejected<Person> rejected ->
                Reply.again(templates.join(desk, form.reject(rejected.problems())));
            case Outcome.Absent<Person> absent -> Reply.absent();
            case Outcome.Stale<Person> stale -> Reply.absent();
        };
    }

    @Get("/sign-in")
    HttpResponse<String> signInPage(Desk desk, @QueryValue(defaultValue = "/") String to) {
        return accounts.nobodyYet()
                ? Reply.goTo("/setup")
                : Reply.page(templates.signIn(desk, Form.of(Map.of("to", to)), single()));
    }

    @Post(uri = "/sign-in", consumes = FORM)
    HttpResponse<String> signIn(Desk desk, HttpRequest<?> request, @Body byte[] body) {
        Form form = Form.read(body);
        String name = form.line("name");
        String password = form.typed("password");
        return form.sound()
                ? enter(desk, form, name, password, request)
                : Reply.again(templates.signIn(desk, form, single()));
    }

    @Post(uri = "/sign-out", consumes = FORM)
    HttpResponse<String> signOut(HttpRequest<?> request) {
        doorstep.token(request).ifPresent(sessions::close);
        return doorstep.out(request);
    }

    /** What the button of the provider says; empty where there is none. */
    private String single() {
        return single.enabled() ? single.name() : "";
    }

    private HttpResponse<String> enter(Desk desk, Form form, String name, String password,
            HttpRequest<?> request) {
        return switch (accounts.signIn(name, password, doorstep.address(request))) {
            case SignIn.Opened opened -> doorstep.enter(request, opened.token(), form.value("to"));
            case SignIn.Wrong wrong -> Reply
                    .again(templates.signIn(desk, form.reject("password", "web.problem.sign-in"), single()));
            case SignIn.Locked(Instant until) -> Reply.again(templates.signIn(desk,
                    form.reject("password", "web.problem.locked", desk.times().minute(until)), single()));
        };
    }
}
