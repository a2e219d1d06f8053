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
import vn.vonggac.incident.SavedFilter;
import vn.vonggac.incident.SavedFilters;
import vn.vonggac.portal.Agencies;

/** The queue of incidents: narrowed down, worked off many at once, and the ways of looking at it that people keep. */
@Hidden
@Controller(value = "/incidents", produces = MediaType.TEXT_HTML)
@Secured(May.READ)
final class QueueController {

    private final Templates templates;
    private final IncidentLists lists;
    private final BulkActs bulk;
    private final SavedFilters saved;
    private final Agencies agencies;

    QueueController(Templates templates, IncidentLists lists, BulkActs bulk, SavedFilters saved,
            Agencies agencies) {
        this.templates = templates;
        this.lists = lists;
        this.bulk = bulk;
        this.saved = saved;
        this.agencies = agencies;
    }

    @Get
    HttpResponse<String> list(Desk desk) {
        return Reply.page(page(desk, Form.EMPTY));
    }

    @Secured(May.HANDLE)
    @Post(uri = "/bulk", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> bulk(Desk desk, @Body byte[] body) {
        Form form = Form.read(body);
        Optional<IncidentAct> act = bulk.asked(form);
        if (!form.sound()) {
            return Reply.again(page(desk.at("/incidents"), form));
        }
        if (!form.ticked("sure")) {
            return Reply.page(templates.bulk(desk, bulk.preview(desk, act.orElseThrow(), form)));
        }
        bulk.act(desk, act.orElseThrow(), form);
        return Reply.done(IncidentsController.list(form), "incident-bulk");
    }

    @Secured(May.OWN_ACCOUNT)
    @Post(uri = "/filters", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> save(Desk desk, @Body byte[] body) {
        Form form = Form.read(body);
        String name = form.line("name").strip();
        String query = form.typed("query");
        if (saved.findByOwnerOrderByName(desk.who()).size() >= SavedFilters.MOST
                || name.length() > SavedFilters.LONGEST_NAME
                || !query.matches("[\\w=&%.+-]{1," + SavedFilters.LONGEST_QUERY + "}")) {
            form.reject("name", "web.problem.choice");
        }
        if (!form.sound()) {
            return Reply.again(page(desk.at("/incidents"), form));
        }
        saved.forget(desk.who(), name);
        saved.save(new SavedFilter(0, desk.who(), name, query));
        return Reply.done("/incidents?" + query, "filter-saved");
    }

    @Secured(May.OWN_ACCOUNT)
    @Post(uri = "/filters/{id}/remove", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> forget(Desk desk, long id) {
        return saved.remove(desk.who(), id) == 0
                ? Reply.absent()
                : Reply.done("/incidents", "filter-removed");
    }

    private JteModel page(Desk desk, Form form) {
        return templates.incidents(desk, lists.queue(desk, form),
                new AgencyTree(agencies.all(desk.scope())).choices(agency -> String.valueOf(agency.id())));
    }
}
