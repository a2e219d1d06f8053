package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import vn.vonggac.account.May;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Agency;
import vn.vonggac.portal.WatchWindowDraft;
import vn.vonggac.portal.WatchWindows;

/** The watch windows, their templates, and the form of one. */
@Hidden
@Controller(value = "/windows", produces = MediaType.TEXT_HTML)
@Secured(May.READ)
final class WindowsController {

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;
    private static final Form BLANK = Form.of(Map.of("factor", "2"));

    private final Templates templates;
    private final Editing editing;
    private final WatchWindows windows;
    private final WindowLists lists;
    private final Agencies agencies;

    WindowsController(Templates templates, Editing editing, WatchWindows windows, WindowLists lists,
            Agencies agencies) {
        this.templates = templates;
        this.editing = editing;
        this.windows = windows;
        this.lists = lists;
        this.agencies = agencies;
    }

    @Get
    HttpResponse<String> list(Desk desk) {
        return Reply.page(templates.windows(desk, lists.list(desk), lists.templates(desk)));
    }

    @Get("/new")
    @Secured(May.WINDOWS)
    HttpResponse<String> blank(Desk desk, @QueryValue(defaultValue = "") String template) {
        return Reply
                .page(form(desk, lists.template(desk, template).map(Drafts::suggest).orElse(BLANK),
                        "/windows"));
    }

    @Get("/{id}")
    @Secured(May.WINDOWS)
    HttpResponse<String> filled(Desk desk, long id) {
        return windows.find(desk.scope(), id).map(windows::draft)
                .map(draft -> Reply.page(form(desk, Drafts.fill(draft), "/windows/" + id)))
                .orElseGet(Reply::absent);
    }

    @Post(consumes = FORM)
    @Secured(May.WINDOWS)
    HttpResponse<String> add(Desk desk, @Body byte[] body) {
        Form form = Form.read(body);
        WatchWindowDraft draft = Drafts.read(form, WatchWindowDraft.class);
        return Reply.outcome(form, () -> windows.add(desk.scope(), draft, desk.who()), "/windows",
                "window-saved",
                () -> form(desk, form, "/windows"));
    }

    @Post(uri = "/{id}", consumes = FORM)
    @Secured(May.WINDOWS)
    HttpResponse<String> change(Desk desk, long id, @Body byte[] body) {
        Form form = Form.read(body);
        return editing.change(desk, windows, id, WatchWindowDraft.class, form,
                new Editing.Place("window:" + id,
                        "/windows", "window-saved", () -> form(desk, form, "/windows/" + id)));
    }

    @Post(uri = "/{id}/remove", consumes = FORM)
    @Secured(May.WINDOWS)
    HttpResponse<String> remove(Desk desk, long id) {
        Form form = Form.of(Map.of());
        return Reply.outcome(form, () -> windows.remove(desk.scope(), id, desk.who()), "/windows",
                "window-removed", () -> form(desk, form, "/windows/" + id));
    }

    private JteModel form(Desk desk, Form form, String action) {
        return templates.windowForm(desk, form, action,
                Choice.orNone(new AgencyTree(agencies.all(desk.scope())).choices(Agency::code)));
    }
}
