package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Optional;
import vn.vonggac.account.Accounts;
import vn.vonggac.account.Enrolment;
import vn.vonggac.account.Factors;
import vn.vonggac.account.May;

/** The second factor: giving it at sign-in, and making a telephone know it. */
@Hidden
@Controller(value = "/factor", produces = MediaType.TEXT_HTML)
final class FactorController {

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;

    private final Templates templates;
    private final Accounts accounts;
    private final Factors factors;
    private final Doorstep doorstep;

    FactorController(Templates templates, Accounts accounts, Factors factors, Doorstep doorstep) {
        this.templates = templates;
        this.accounts = accounts;
        this.factors = factors;
        this.doorstep = doorstep;
    }

    @Get
    @Secured(May.FACTOR)
    HttpResponse<String> page(Desk desk) {
        return Reply.page(templates.factor(desk, Form.EMPTY));
    }

    @Post(consumes = FORM)
    @Secured(May.FACTOR)
    HttpResponse<String> give(Desk desk, HttpRequest<?> request, @Body byte[] body) {
        Form form = Form.read(body);
        String code = form.line("code");
        if (form.sound() && !factors.give(desk.person(), code)) {
            form.reject("code", "web.problem.factor");
        }
        return form.sound()
                ? doorstep.enter(request, renewed(desk, request), "/")
                : Reply.again(templates.factor(desk, form));
    }

    @Get("/enrol")
    @Secured({May.ENROLMENT, May.OWN_ACCOUNT})
    HttpResponse<String> enrolPage(Desk desk) {
        return factors.begin(desk.person())
                .map(enrolment -> Reply.page(templates.enrolment(desk, Form.EMPTY, enrolment)))
                .orElseGet(() -> Reply.goTo("/account"));
    }

    @Post(uri = "/enrol", consumes = FORM)
    @Secured({May.ENROLMENT, May.OWN_ACCOUNT})
    HttpResponse<String> enrol(Desk desk, HttpRequest<?> request, @Body byte[] body) {
        Form form = Form.read(body);
        String code = form.line("code");
        Optional<Enrolment> enrolment = factors.begin(desk.person());
        if (enrolment.isEmpty()) {
            return Reply.goTo("/account");
        }
        Optional<List<String>> codes = form.sound()
                ? factors.confirm(desk.person(), code)
                : Optional.empty();
        if (codes.isEmpty()) {
            Form again = form.sound() ? form.reject("code", "web.problem.factor") : form;
            return Reply.again(templates.enrolment(desk, again, enrolment.get()));
        }
        return doorstep.keep(request, renewed(desk, request),
                Reply.page(templates.recoveries(desk, codes.get())));
    }

    /** What may be done has changed: the old session is over. */
    private String renewed(Desk desk, HttpRequest<?> request) {
        doorstep.leave(request);
        return accounts.again(desk.person(), doorstep.address(request));
    }
}
