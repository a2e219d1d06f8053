package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import vn.vonggac.incident.Incidents;

/** The queue of incidents, and one of them with its evidence. */
@Hidden
@Controller(value = "/incidents", produces = MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
final class IncidentsController {

    private final Templates templates;
    private final Incidents incidents;
    private final IncidentLists lists;

    IncidentsController(Templates templates, Incidents incidents, IncidentLists lists) {
        this.templates = templates;
        this.incidents = incidents;
        this.lists = lists;
    }

    @Get
    HttpResponse<String> list(Desk desk) {
        return Reply.page(templates.incidents(desk, lists.list(desk)));
    }

    @Get("/{id}")
    HttpResponse<String> show(Desk desk, long id) {
        return incidents.find(desk.scope(), id)
                .map(incident -> Reply
                        .page(templates.incident(desk, lists.row(desk, incident),
                                incidents.log(desk.scope(), id))))
                .orElseGet(Reply::absent);
    }
}
