package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import vn.vonggac.account.Accounts;
import vn.vonggac.account.Factors;
import vn.vonggac.account.May;
import vn.vonggac.account.NewPassword;
import vn.vonggac.account.Person;
import vn.vonggac.account.Sessions;
import vn.vonggac.portal.Outcome;

/** One's own account: who one is here, the password, and where one is signed in. */
@Hidden
@Controller(value = "/account", produces = MediaType.TEXT_HTML)
@Secured(May.OWN_ACCOUNT)
final class OwnAccountController {

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;

    private final Templates templates;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Factors factors;
    private final PersonPages pages;
    private final TokenPages tokens;
    private final Doorstep doorstep;

    OwnAccountController(Templates templates, Accounts accounts, Sessions sessions, Factors factors,
            PersonPages pages, TokenPages tokens, Doorstep doorstep) {
        this.templates = templates;
        this.accounts = accounts;
        this.sessions = sessions;
        this.factors = factors;
        this.pages = pages;
        this.tokens = tokens;
        this.doorstep = doorstep;
    }

    @Get
    HttpResponse<String> show(Desk desk, HttpRequest<?> request) {
        return Reply.page(templates.account(desk, pages.row(desk, desk.person()),
                sessions.devices(desk.person(), doorstep.token(request).orElse("")),
                factors.recoveriesLeft(desk.person()), tokens.mine(desk)));
    }

    @Get("/password")
    @Secured(May.PASSWORD)
    HttpResponse<String> passwordPage(Desk desk) {
        // whoever changes it without having to has a reason
        return Reply.page(page(desk, Form.of(desk.may(May.READ) ? Map.of("tokens", "1") : Map.of())));
    }

    @Post(uri = "/password", consumes = FORM)
    @Secured(May.PASSWORD)
    HttpResponse<String> password(Desk desk, HttpRequest<?> request, @Body byte[] body) {
        Form form = Form.read(body);
        String old = form.typed("old");
        NewPassword chosen = new NewPassword(form.typed("password"), form.typed("again"));
        if (!form.sound()) {
            return Reply.again(page(desk, form));
        }
        return switch (accounts.changePassword(desk.person(), old, chosen, form.ticked("tokens"))) {
            case Outcome.Saved<Person>(Person person) -> doorstep.enter(request,
                    accounts.again(person, doorstep.address(request)), "/account?done=password");
            case Outcome.Rejected<Person> rejected ->
                Reply.again(page(desk, form.reject(rejected.problems())));
            case Outcome.Absent<Person> absent -> Reply.absent();
            case Outcome.Stale<Person> stale -> Reply.absent();
        };
    }

    private JteModel page(Desk desk, Form form) {
        return templates.password(desk, form, tokens.mine(desk).size());
    }

    @Post(uri = "/devices/{id}/close", consumes = FORM)
    HttpResponse<String> closeDevice(Desk desk, long id) {
        return sessions.closeDevice(desk.person(), id)
                ? Reply.done("/account", "device-closed")
                : Reply.absent();
    }

    @Post(uri = "/sign-out-everywhere", consumes = FORM)
    HttpResponse<String> signOutEverywhere(Desk desk, HttpRequest<?> request, @Body byte[] body) {
        accounts.signOutEverywhere(desk.person(), Form.read(body).ticked("tokens"));
        return doorstep.out(request);
    }
}
