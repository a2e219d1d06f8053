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
import java.util.Map;
import java.util.stream.Collectors;
import vn.vonggac.account.May;
import vn.vonggac.corpus.BadQuery;
import vn.vonggac.corpus.SavedHunts;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Portals;

/** The queries that somebody watches, and what they have found since. */
@Hidden
@Controller(value = "/hunts", produces = MediaType.TEXT_HTML)
@Secured(May.HANDLE)
final class HuntsController {

    private final Templates templates;
    private final SavedHunts hunts;
    private final Portals portals;

    HuntsController(Templates templates, SavedHunts hunts, Portals portals) {
        this.templates = templates;
        this.hunts = hunts;
        this.portals = portals;
    }

    @Get
    HttpResponse<String> list(Desk desk) {
        return Reply.page(templates.hunts(desk, page(desk, Form.EMPTY)));
    }

    private HuntsPage page(Desk desk, Form form) {
        Map<Long, String> names = portals.all(desk.scope()).stream()
                .collect(Collectors.toMap(Portal::id, Portal::name));
        return new HuntsPage(hunts.of(desk.who()), hunts.hits(desk.who(), desk.scope()), names, form);
    }

    @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> save(Desk desk, @Body byte[] body) {
        Form form = Form.read(body);
        String query = form.typed("q").strip();
        if (query.isEmpty() || query.length() > Searches.LONGEST || !form.sound() || !saved(desk, query)) {
            form.reject("q", "web.hunts.problem");
            return Reply.again(templates.hunts(desk.at("/hunts"), page(desk, form)));
        }
        return Reply.done("/hunts", "hunt-saved");
    }

    private boolean saved(Desk desk, String query) {
        try {
            return hunts.save(desk.who(), query).isPresent();
        } catch (BadQuery e) {
            return false;
        }
    }

    @Post(uri = "/{id}/remove", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> remove(Desk desk, long id, @Body byte[] body) {
        return Form.read(body).sound() && hunts.remove(desk.who(), id)
                ? Reply.done("/hunts", "hunt-removed")
                : Reply.absent();
    }
}
