package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Optional;
import vn.vonggac.account.May;
import vn.vonggac.incident.Handling;
import vn.vonggac.incident.Queue;
import vn.vonggac.report.EvidenceFile;

/** An incident with its evidence and what can be done about it. */
@Hidden
@Controller(value = "/incidents", produces = MediaType.TEXT_HTML)
@Secured(May.READ)
final class IncidentsController {

    private final Templates templates;
    private final IncidentPages pages;
    private final Queue queue;
    private final IncidentActs acts;
    private final EvidenceFile evidence;
    private final Sights sights;

    IncidentsController(Templates templates, IncidentPages pages, Queue queue,
            IncidentActs acts, Sights sights,
            EvidenceFile evidence) {
        this.templates = templates;
        this.pages = pages;
        this.queue = queue;
        this.acts = acts;
        this.evidence = evidence;
        this.sights = sights;
    }

    /** One of them; whoever may handle it has read it now. A key of the list opens its form of closing. */
    @Get("/{id}")
    HttpResponse<String> show(Desk desk, long id) {
        Optional<IncidentPage> page = pages.of(desk, id,
                Form.of(Map.of("act", desk.address().value("act"))));
        page.ifPresent(found -> queue.read(desk.scope(), id, desk.who()));
        return page.map(found -> Reply.page(templates.incident(desk, found))).orElseGet(Reply::absent);
    }

    /** What a view saw, beside what the page said when it was last well. */
    @Get("/{id}/seen/{number}")
    HttpResponse<String> seen(Desk desk, long id, int number) {
        return sights.of(desk, id, number).map(sight -> Reply.page(templates.seen(desk, sight)))
                .orElseGet(Reply::absent);
    }

    /** Everything that is known of it in one signed file. */
    @Get(uri = "/{id}/evidence.zip", produces = "application/zip")
    HttpResponse<StreamedFile> evidence(Desk desk, long id) {
        return evidence.of(desk.scope(), id, desk.messages(), desk.who())
                .<HttpResponse<StreamedFile>>map(zip -> HttpResponse.ok(
                        new StreamedFile(zip, MediaType.of("application/zip"))
                                .attach("evidence-" + id + ".zip")))
                .orElseGet(HttpResponse::notFound);
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
            return Reply.done(next(form, id), "incident-" + act.orElseThrow().word());
        }
        return pages.of(desk.at("/incidents/" + id), id, form)
                .map(found -> Reply.again(templates.incident(desk.at("/incidents/" + id), found)))
                .orElseGet(Reply::absent);
    }

    /** Back to the list where the act was done from the list. */
    private static String next(Form form, long id) {
        return form.ticked("back") ? list(form) : "/incidents/" + id;
    }

    /** The list somebody came from, as they were looking at it. */
    static String list(Form form) {
        String list = form.value("back");
        return list.matches("/incidents(\\?.*)?") ? Address.ownPath(list) : "/incidents";
    }
}
