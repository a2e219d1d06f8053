package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.server.multipart.MultipartBody;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import vn.vonggac.account.May;
import vn.vonggac.portal.Portals;
import vn.vonggac.watch.Components;
import vn.vonggac.watch.PageLists;

/** How far the watch of a portal reaches: pages that somebody names, sites beside it that are to be watched too. */
@Hidden
@Controller(value = "/portals", produces = MediaType.TEXT_HTML)
@Secured(May.PORTALS)
final class PortalReachController {

    private final Templates templates;
    private final Portals portals;
    private final PortalPages pages;
    private final PageLists lists;
    private final Components components;

    PortalReachController(Templates templates, Portals portals, PortalPages pages, PageLists lists,
            Components components) {
        this.templates = templates;
        this.portals = portals;
        this.pages = pages;
        this.lists = lists;
        this.components = components;
    }

    @Post(uri = "/{id}/pages", consumes = MediaType.MULTIPART_FORM_DATA)
    HttpResponse<String> name(Desk desk, long id, @Body MultipartBody body) {
        Form form = Form.read(body);
        form.uploadAsText("file", "addresses");
        return portals.find(desk.scope(), id)
                .map(portal -> Reply.outcome(form,
                        () -> lists.take(id, form.value("addresses").lines(), desk.who()), "/portals/" + id,
                        "pages-named", () -> templates.portal(desk, pages.of(desk, portal), form)))
                .orElseGet(Reply::absent);
    }

    @Post(uri = "/{id}/components", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> add(Desk desk, long id, @Body byte[] body) {
        Form form = Form.read(body);
        String host = form.typed("host");
        return portals.find(desk.scope(), id)
                .map(portal -> Reply.outcome(form, () -> components.add(desk.scope(), id, host, desk.who()),
                        "/portals/" + id, "portal-added",
                        () -> templates.portal(desk, pages.of(desk, portal), form)))
                .orElseGet(Reply::absent);
    }
}
