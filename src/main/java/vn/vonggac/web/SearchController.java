package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import vn.vonggac.account.May;

/** Everything that was read, by word, host or sentence; and who ever said it, and since when. */
@Hidden
@Controller(value = "/search", produces = MediaType.TEXT_HTML)
@Secured(May.READ)
final class SearchController {

    private final Templates templates;
    private final Searches searches;
    private final HuntIncidents incidents;

    SearchController(Templates templates, Searches searches, HuntIncidents incidents) {
        this.templates = templates;
        this.searches = searches;
        this.incidents = incidents;
    }

    @Get
    HttpResponse<String> search(Desk desk) {
        return Reply.page(templates.search(desk, searches.find(desk)));
    }

    /** The portals called so, while somebody types. */
    @Get("/portals")
    HttpResponse<String> portals(Desk desk) {
        return Reply.page(templates.partNamed(desk, searches.named(desk)));
    }

    @Get("/hunt")
    @Secured(May.HANDLE)
    HttpResponse<String> hunt(Desk desk) {
        return Reply.page(templates.hunt(desk, searches.hunt(desk), Form.EMPTY));
    }

    /** Opens an incident on each of the portals that were chosen from the list. */
    @Secured(May.HANDLE)
    @Post(uri = "/hunt", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> raise(Desk desk, @Body byte[] body) {
        Form form = Form.read(body);
        int opened = incidents.raise(desk, form);
        return form.sound()
                ? Reply.done("/incidents?opened=" + opened, "hunt-raised")
                : Reply.again(templates.hunt(desk, searches.hunt(desk), form));
    }
}
