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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vonggac.account.May;
import vn.vonggac.incident.PlannedChanges;
import vn.vonggac.portal.Fields;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Portals;

/** Work on portals that its people tell of beforehand. */
@Hidden
@Controller(value = "/planned", produces = MediaType.TEXT_HTML)
@Secured(May.READ)
final class PlannedController {

    private static final int LONGEST = 1000;

    private final Templates templates;
    private final PlannedChanges plans;
    private final Portals portals;

    PlannedController(Templates templates, PlannedChanges plans, Portals portals) {
        this.templates = templates;
        this.plans = plans;
        this.portals = portals;
    }

    @Get
    HttpResponse<String> list(Desk desk) {
        return Reply.page(page(desk, Form.EMPTY));
    }

    @Secured(May.ANNOUNCE)
    @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> announce(Desk desk, @Body byte[] body) {
        Form form = Form.read(body);
        Fields fields = new Fields();
        Optional<Instant> from = fields.moment("from", form.line("from"));
        Optional<Instant> to = fields.moment("to", form.line("to"));
        String reason = fields.needed("reason", form.typed("reason"), LONGEST);
        String prefix = fields.text("prefix", form.typed("prefix"), LONGEST);
        List<Long> portal = form.ids("portal");
        form.reject(fields.problems());
        if (form.sound() && (portal.size() != 1 || plans.announce(desk.scope(), portal.getFirst(), prefix,
                from.orElseThrow(), to.orElseThrow(), reason, desk.who()).isEmpty())) {
            form.reject("", "web.planned.problem");
        }
        return form.sound()
                ? Reply.done("/planned", "planned-added")
                : Reply.again(page(desk.at("/planned"), form));
    }

    @Secured(May.ANNOUNCE)
    @Post(uri = "/{id}/end", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> end(Desk desk, long id) {
        return plans.end(desk.scope(), id, desk.who())
                ? Reply.done("/planned", "planned-ended")
                : Reply.absent();
    }

    private JteModel page(Desk desk, Form form) {
        List<Portal> all = portals.all(desk.scope());
        return templates.planned(desk, form, plans.ahead(desk.scope()), all.stream()
                .map(portal -> new Choice(Long.toString(portal.id()), portal.name())).toList());
    }
}
