package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import vn.vonggac.account.May;
import vn.vonggac.portal.HostingCompanies;
import vn.vonggac.portal.HostingCompanyDraft;

/** The companies that host portals, and whom to call there. */
@Hidden
@Controller(value = "/hostings", produces = MediaType.TEXT_HTML)
@Secured(May.READ)
final class HostingsController {

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;

    private final Templates templates;
    private final Editing editing;
    private final HostingCompanies hostings;

    HostingsController(Templates templates, Editing editing, HostingCompanies hostings) {
        this.templates = templates;
        this.editing = editing;
        this.hostings = hostings;
    }

    @Get
    HttpResponse<String> list(Desk desk) {
        return Reply.page(templates.hostings(desk, hostings.all()));
    }

    @Get("/new")
    @Secured(May.AGENCIES)
    HttpResponse<String> blank(Desk desk) {
        return Reply.page(form(desk, Form.EMPTY, "/hostings"));
    }

    @Get("/{id}")
    @Secured(May.AGENCIES)
    HttpResponse<String> filled(Desk desk, long id) {
        return hostings.find(desk.scope(), id).map(hostings::draft)
                .map(draft -> Reply.page(form(desk, Drafts.fill(draft), "/hostings/" + id)))
                .orElseGet(Reply::absent);
    }

    @Post(consumes = FORM)
    @Secured(May.AGENCIES)
    HttpResponse<String> add(Desk desk, @Body byte[] body) {
        Form form = Form.read(body);
        HostingCompanyDraft draft = Drafts.read(form, HostingCompanyDraft.class);
        return Reply.outcome(form, () -> hostings.add(desk.scope(), draft, desk.who()), "/hostings",
                "hosting-saved", () -> form(desk, form, "/hostings"));
    }

    @Post(uri = "/{id}", consumes = FORM)
    @Secured(May.AGENCIES)
    HttpResponse<String> change(Desk desk, long id, @Body byte[] body) {
        Form form = Form.read(body);
        return editing.change(desk, hostings, id, HostingCompanyDraft.class, form,
                new Editing.Place("hosting:" + id, "/hostings", "hosting-saved",
                        () -> form(desk, form, "/hostings/" + id)));
    }

    private JteModel form(Desk desk, Form form, String action) {
        return templates.hostingForm(desk, form, action);
    }
}
