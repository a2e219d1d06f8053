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
import java.util.Optional;
import vn.vonggac.account.May;
import vn.vonggac.incident.Handling;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.Incidents;

/** The queue of incidents, and one of them with its evidence and what can be done about it. */
@Hidden
@Controller(value = "/incidents", produces = MediaType.TEXT_HTML)
@Secured(May.READ)
final class IncidentsController {

    private final Templates templates;
    private final Incidents incidents;
    private final IncidentLists lists;
    private final IncidentActs acts;
    private final Sights sights;

    IncidentsController(Templates templates, Incidents incidents, IncidentLists lists, IncidentActs acts,
            Sights sights) {
        this.templates = templates;
        this.incidents = incidents;
        this.lists = lists;
        this.acts = acts;
        this.sights = sights;
    }

    @Get
    HttpResponse<String> list(Desk desk) {
        return Reply.page(templates.incidents(desk, lists.list(desk)));
    }

    @Get("/{id}")
    HttpResponse<String> show(Desk desk, long id) {
        return incidents.find(desk.scope(), id)
                .map(incident -> Reply.page(page(desk, incident, Form.EMPTY))).orElseGet(Reply::absent);
    }

    /** What a view saw, beside what the page said when it was last well. */
    @Get("/{id}/seen/{number}")
    HttpResponse<String> seen(Desk desk, long id, int number) {
        return sights.of(desk, id, number).map(sight -> Reply.page(templates.seen(desk, sight)))
                .orElseGet(Reply::absent);
    }

    @Secured(May.HANDLE)
    @Post(uri = "/{id}", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> act(Desk desk, long id, @Body byte[] body) {
        Form form = Form.read(body);
        Optional<IncidentAct> act = IncidentAct.named(form.typed("act"));
        if (act.isEmpty()) {
            form.reject("act", "web.problem.choice");
        }
        Optional<Handling.Outcome> outcome = act.flatMap(wish -> acts.act(desk, id, wish, form));
        if (form.sound() && outcome.isPresent()) {
            return Reply.done("/incidents/" + id, "incident-" + act.orElseThrow().word());
        }
        return incidents.find(desk.scope(), id)
                .map(incident -> Reply.again(page(desk.at("/incidents/" + id), incident, form)))
                .orElseGet(Reply::absent);
    }

    private JteModel page(Desk desk, Incident incident, Form form) {
        return templates.incident(desk, lists.page(desk, incident, form));
    }
}
