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
import java.util.Set;
import vn.vonggac.account.May;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Portals;

/** The list of portals, and what is done to many of them at once. */
@Hidden
@Controller(value = "/portals", produces = MediaType.TEXT_HTML)
@Secured(May.READ)
final class PortalsController {

    private final Templates templates;
    private final Portals portals;
    private final PortalLists lists;
    private final Agencies agencies;

    PortalsController(Templates templates, Portals portals, PortalLists lists, Agencies agencies) {
        this.templates = templates;
        this.portals = portals;
        this.lists = lists;
        this.agencies = agencies;
    }

    @Get
    HttpResponse<String> list(Desk desk) {
        return Reply.page(page(desk, Form.EMPTY));
    }

    @Post(uri = "/pause", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(May.PAUSE)
    HttpResponse<String> pause(Desk desk, @Body byte[] body) {
        Form form = Form.read(body);
        Set<Long> chosen = Set.copyOf(form.ids("portal"));
        String reason = form.typed("reason");
        String until = form.typed("until");
        if (chosen.isEmpty() && form.sound()) {
            form.reject("", "web.problem.none-chosen");
        }
        return Reply.outcome(form, () -> portals.pause(desk.scope(), chosen, reason, until, desk.who()),
                "/portals", "paused", () -> page(desk, form));
    }

    private JteModel page(Desk desk, Form form) {
        Desk list = desk.at("/portals");
        return templates.portals(list, form, lists.list(list),
                new AgencyTree(agencies.all(desk.scope())).choices(agency -> String.valueOf(agency.id())));
    }
}
