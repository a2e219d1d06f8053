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
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Set;
import org.reactivestreams.Publisher;
import vn.vonggac.account.May;
import vn.vonggac.api.Live;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.PortalDraft;
import vn.vonggac.portal.Portals;
import vn.vonggac.watch.Watch;

/** One portal: its page, its form, its rest. */
@Hidden
@Controller(value = "/portals", produces = MediaType.TEXT_HTML)
@Secured(May.READ)
final class PortalController {

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;

    private final Templates templates;
    private final Editing editing;
    private final Portals portals;
    private final PortalPages pages;
    private final PortalForms forms;
    private final Watch watch;
    private final Marks marks;
    private final Live live;

    PortalController(Templates templates, Editing editing, Portals portals, PortalPages pages,
            PortalForms forms, Watch watch, Marks marks, Live live) {
        this.templates = templates;
        this.editing = editing;
        this.portals = portals;
        this.pages = pages;
        this.forms = forms;
        this.watch = watch;
        this.marks = marks;
        this.live = live;
    }

    @Get("/new")
    @Secured(May.PORTALS)
    HttpResponse<String> blank(Desk desk) {
        return Reply.page(form(desk, PortalForms.BLANK, "/portals"));
    }

    @Post(consumes = FORM)
    @Secured(May.PORTALS)
    HttpResponse<String> add(Desk desk, @Body byte[] body) {
        Form form = Form.read(body);
        PortalDraft draft = Drafts.read(form, PortalDraft.class);
        return Reply.outcome(form, () -> portals.add(desk.scope(), draft, desk.who()), "/portals",
                "portal-added", () -> form(desk, form, "/portals"));
    }

    @Get("/{id}")
    HttpResponse<String> show(Desk desk, long id) {
        return portals.find(desk.scope(), id).map(portal -> Reply.page(page(desk, portal, Form.EMPTY)))
                .orElseGet(Reply::absent);
    }

    @Get("/{id}/edit")
    @Secured(May.PORTALS)
    HttpResponse<String> filled(Desk desk, long id) {
        return portals.find(desk.scope(), id).map(portals::draft)
                .map(draft -> Reply.page(form(desk, Drafts.fill(draft), "/portals/" + id)))
                .orElseGet(Reply::absent);
    }

    @Post(uri = "/{id}", consumes = FORM)
    @Secured(May.PORTALS)
    HttpResponse<String> change(Desk desk, long id, @Body byte[] body) {
        Form form = Form.read(body);
        return editing.change(desk, portals, id, PortalDraft.class, form, new Editing.Place("portal:" + id,
                "/portals/" + id, "portal-saved", () -> form(desk, form, "/portals/" + id)));
    }

    @Post(uri = "/{id}/pause", consumes = FORM)
    @Secured(May.PAUSE)
    HttpResponse<String> pause(Desk desk, long id, @Body byte[] body) {
        Form form = Form.read(body);
        String reason = form.typed("reason");
        String until = form.typed("until");
        return portals.find(desk.scope(), id).map(portal -> Reply.outcome(form,
                () -> portals.pause(desk.scope(), Set.of(id), reason, until, desk.who()), "/portals/" + id,
                "paused", () -> page(desk, portal, form))).orElseGet(Reply::absent);
    }

    /** Looks at its home page at once, and shows how far that is. */
    @Post(uri = "/{id}/look", consumes = FORM)
    @Secured(May.CHECK)
    HttpResponse<String> look(Desk desk, long id) {
        return portals.find(desk.scope(), id).map(portal -> {
            watch.lookNow(id, desk.who());
            return Reply.done("/portals/" + id, "look-asked");
        }).orElseGet(Reply::absent);
    }

    @Get("/{id}/live")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<String>> live(HttpRequest<?> request, Desk desk, long id) {
        return live.standing(request, Map.of("now", () -> portals.find(desk.scope(), id)
                .map(portal -> templates.partPortalNow(desk, pages.now(desk, portal)).render()), "lists",
                () -> portals.find(desk.scope(), id).map(portal -> Marks.told(marks.of(id)))));
    }

    @Post(uri = "/{id}/resume", consumes = FORM)
    @Secured(May.PAUSE)
    HttpResponse<String> resume(Desk desk, long id) {
        return Reply.outcome(Form.EMPTY, () -> portals.resume(desk.scope(), Set.of(id), desk.who()),
                "/portals/" + id, "resumed", () -> form(desk, Form.EMPTY, "/portals"));
    }

    private JteModel page(Desk desk, Portal portal, Form form) {
        return templates.portal(desk, pages.of(desk, portal), form);
    }

    private JteModel form(Desk desk, Form form, String action) {
        return templates.portalForm(desk, form, action, forms.choices(desk, form));
    }
}
