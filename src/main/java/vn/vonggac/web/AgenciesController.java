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
import java.time.LocalDate;
import java.util.List;
import vn.vonggac.account.May;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Agency;
import vn.vonggac.portal.AgencyDraft;

/** The agencies in their tree, and the form of one. */
@Hidden
@Controller(value = "/agencies", produces = MediaType.TEXT_HTML)
@Secured(May.READ)
final class AgenciesController {

    private final Templates templates;
    private final Editing editing;
    private final Agencies agencies;
    private final PortalLists portals;

    AgenciesController(Templates templates, Editing editing, Agencies agencies, PortalLists portals) {
        this.templates = templates;
        this.editing = editing;
        this.agencies = agencies;
        this.portals = portals;
    }

    @Get
    HttpResponse<String> tree(Desk desk) {
        AgencyTree tree = new AgencyTree(agencies.all(desk.scope()));
        return Reply.page(templates.agencies(desk, tree.nodes(
                agency -> portals.count(desk.scope(), agency.id()), agency -> validity(desk, agency))));
    }

    @Get("/new")
    @Secured(May.AGENCIES)
    HttpResponse<String> blank(Desk desk) {
        return Reply.page(form(desk, Form.EMPTY, "/agencies"));
    }

    @Get("/{id}")
    @Secured(May.AGENCIES)
    HttpResponse<String> filled(Desk desk, long id) {
        return agencies.find(desk.scope(), id).map(agencies::draft)
                .map(draft -> Reply.page(form(desk, Drafts.fill(draft), "/agencies/" + id)))
                .orElseGet(Reply::absent);
    }

    @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(May.AGENCIES)
    HttpResponse<String> add(Desk desk, @Body byte[] body) {
        Form form = Form.read(body);
        AgencyDraft draft = Drafts.read(form, AgencyDraft.class);
        return Reply.outcome(form, () -> agencies.add(desk.scope(), draft, desk.who()), "/agencies",
                "agency-saved", () -> form(desk, form, "/agencies"));
    }

    @Post(uri = "/{id}", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(May.AGENCIES)
    HttpResponse<String> change(Desk desk, long id, @Body byte[] body) {
        Form form = Form.read(body);
        return editing.change(desk, agencies, id, AgencyDraft.class, form, new Editing.Place("agency:" + id,
                "/agencies", "agency-saved", () -> form(desk, form, "/agencies/" + id)));
    }

    private JteModel form(Desk desk, Form form, String action) {
        List<Choice> choices = new AgencyTree(agencies.all(desk.scope())).choices(Agency::code);
        return templates.agencyForm(desk, form, action, Choice.orNone(choices));
    }

    private static String validity(Desk desk, Agency agency) {
        LocalDate last = agency.validTo();
        return last == null ? "" : desk.say("web.agencies.until", desk.times().day(last));
    }
}
