package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.stream.Collectors;
import vn.vonggac.account.May;
import vn.vonggac.incident.Silences;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;

/** What is kept quiet now: by whom, why, until when, and the way to hear it again. */
@Hidden
@Controller(value = "/silences", produces = MediaType.TEXT_HTML)
@Secured(May.READ)
final class SilencesController {

    private final Templates templates;
    private final Silences silences;
    private final Portals portals;

    SilencesController(Templates templates, Silences silences, Portals portals) {
        this.templates = templates;
        this.silences = silences;
        this.portals = portals;
    }

    @Get
    HttpResponse<String> list(Desk desk) {
        return Reply.page(templates.silences(desk, silences.inForce(desk.scope()), names(desk.scope())));
    }

    @Secured(May.HANDLE)
    @Post(uri = "/{id}/end", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> end(Desk desk, long id) {
        return silences.end(desk.scope(), id, desk.who())
                ? Reply.done("/silences", "silence-ended")
                : Reply.absent();
    }

    private Map<String, String> names(Scope scope) {
        return portals.all(scope).stream()
                .collect(Collectors.toMap(portal -> Long.toString(portal.id()), Portal::name));
    }
}
