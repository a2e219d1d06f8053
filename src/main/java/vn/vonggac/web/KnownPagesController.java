package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import vn.vonggac.account.May;
import vn.vonggac.page.Baseline;
import vn.vonggac.page.Baselines;
import vn.vonggac.page.Copies;
import vn.vonggac.page.Usual;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Portals;
import vn.vonggac.watch.FrontierPage;
import vn.vonggac.watch.KnownPages;

/** The pages of a portal that the watch knows, and each with what was kept of it. */
@Hidden
@Controller(value = "/portals/{id}/pages", produces = MediaType.TEXT_HTML)
@Secured(May.READ)
final class KnownPagesController {

    private final Templates templates;
    private final Portals portals;
    private final KnownPages pages;
    private final Copies copies;
    private final Baselines baselines;
    private final Marks marks;

    KnownPagesController(Templates templates, Portals portals, KnownPages pages, Copies copies,
            Baselines baselines, Marks marks) {
        this.templates = templates;
        this.portals = portals;
        this.pages = pages;
        this.copies = copies;
        this.baselines = baselines;
        this.marks = marks;
    }

    @Get
    HttpResponse<String> list(Desk desk, long id) {
        String mark = marks.visits(id);
        return portals.find(desk.scope(), id)
                .map(portal -> Reply.page(templates.portalPages(desk, portal, listing(desk, id), mark)))
                .orElseGet(Reply::absent);
    }

    private Listing<PageRow> listing(Desk desk, long portal) {
        String text = desk.address().value("q");
        return Listing.of(desk.address(), pages.count(desk.scope(), portal, text), (size, skip) -> pages
                .list(desk.scope(), portal, text, size, skip).stream().map(PageRow::new).toList());
    }

    @Get("/{page}")
    HttpResponse<String> show(Desk desk, long id, long page) {
        String mark = marks.visits(id);
        return portals.find(desk.scope(), id).flatMap(portal -> pages.find(desk.scope(), id, page)
                .map(found -> Reply.page(templates.portalPage(desk, known(desk, portal, found, mark)))))
                .orElseGet(Reply::absent);
    }

    private KnownPage known(Desk desk, Portal portal, FrontierPage page, String mark) {
        Baseline known = baselines.of(portal.id(), page.url());
        return new KnownPage(portal.name(), new PageRow(page), known, Usual.of(known),
                Listing.of(desk.address(), copies.count(portal.id(), page.url()),
                        (size, skip) -> copies.of(portal.id(), page.url(), size, skip)),
                mark);
    }
}
