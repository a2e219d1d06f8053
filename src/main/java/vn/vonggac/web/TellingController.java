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
import io.micronaut.http.server.multipart.MultipartBody;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.vonggac.account.May;
import vn.vonggac.incident.Attachments;
import vn.vonggac.incident.ByHand;
import vn.vonggac.incident.Enclosure;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.Kind;
import vn.vonggac.portal.Fields;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Url;

/** What police, NCSC or a citizen told: an incident opened by hand, its page looked at at once under every view. */
@Hidden
@Controller(value = "/incidents/new", produces = MediaType.TEXT_HTML)
@Secured(May.HANDLE)
final class TellingController {

    private static final int LONGEST_SOURCE = 300;
    private static final int LONGEST_NOTE = 2_000;

    private final Templates templates;
    private final Attachments attachments;
    private final HandedFiles files;
    private final Portals portals;
    private final InstantSource time;

    TellingController(Templates templates, Attachments attachments, HandedFiles files, Portals portals,
            InstantSource time) {
        this.templates = templates;
        this.attachments = attachments;
        this.files = files;
        this.portals = portals;
        this.time = time;
    }

    @Get
    HttpResponse<String> blank(Desk desk) {
        return Reply.page(page(desk, Form.EMPTY));
    }

    @Post(consumes = MediaType.MULTIPART_FORM_DATA)
    HttpResponse<String> tell(HttpRequest<?> request, Desk desk, @Body MultipartBody body) {
        Form form = Form.read(body);
        Optional<ByHand> told = told(desk, form);
        List<Enclosure> handed = HandedFiles.of(request, form);
        form.reject(attachments.problems(handed));
        return told.filter(wish -> form.sound()).map(wish -> open(desk, form, wish, handed))
                .orElseGet(() -> again(desk, form));
    }

    private HttpResponse<String> open(Desk desk, Form form, ByHand told, List<Enclosure> handed) {
        return switch (attachments.open(desk.scope(), told, handed, desk.who())) {
            case Outcome.Saved<Incident>(Incident opened) ->
                Reply.done("/incidents/" + opened.id(), "incident-told");
            case Outcome.Rejected<Incident> rejected -> again(desk, form.reject(rejected.problems()));
            case Outcome.Absent<Incident> absent -> Reply.absent();
            case Outcome.Stale<Incident> stale -> Reply.absent();
        };
    }

    private HttpResponse<String> again(Desk desk, Form form) {
        return Reply.again(page(desk, HandedFiles.toBeChosenAgain(form)));
    }

    private Optional<ByHand> told(Desk desk, Form form) {
        Fields fields = new Fields();
        Optional<Url> page = fields.url("page", form.typed("page"));
        String source = fields.needed("source", form.typed("source"), LONGEST_SOURCE);
        String note = fields.text("note", form.typed("note"), LONGEST_NOTE);
        Instant received = fields.moment("received", form.typed("received")).orElse(time.instant());
        if (received.isAfter(time.instant())) {
            fields.reject("received", "future");
        }
        form.reject(fields.problems());
        Optional<Kind> kind = kind(form);
        return page.flatMap(url -> owner(desk, form, url).flatMap(portal -> kind
                .map(what -> new ByHand(portal.id(), url.text(), what, source, received, note))));
    }

    private Optional<Portal> owner(Desk desk, Form form, Url page) {
        Optional<Portal> owner = portals.ownerOf(desk.scope(), page);
        if (owner.isEmpty()) {
            form.reject("page", "web.told.not-watched");
        }
        return owner;
    }

    private static Optional<Kind> kind(Form form) {
        String typed = form.typed("kind");
        Optional<Kind> kind = Arrays.stream(Kind.values()).filter(each -> each.id().equals(typed))
                .findFirst();
        if (kind.isEmpty()) {
            form.reject("kind", "web.problem.choice");
        }
        return kind;
    }

    private JteModel page(Desk desk, Form form) {
        return templates.told(desk, form, files.bounds(), Choice.orNone(Arrays.stream(Kind.values())
                .map(kind -> new Choice(kind.id(), desk.say("incident.kind." + kind.id()))).toList()));
    }
}
