package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import vn.vonggac.account.May;
import vn.vonggac.audit.Audit;
import vn.vonggac.page.Baselines;
import vn.vonggac.page.Copies;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.PageCopy;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Portals;

/** What a page of a portal said anew: seen beside what it said before, called normal or wrong. */
@Hidden
@Controller(value = "/portals/{id}/versions", produces = MediaType.TEXT_HTML)
@Secured(May.READ)
final class VersionsController {

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;

    private final Templates templates;
    private final Portals portals;
    private final Copies copies;
    private final Baselines baselines;
    private final Versions versions;
    private final Audit audit;

    VersionsController(Templates templates, Portals portals, Copies copies, Baselines baselines,
            Versions versions, Audit audit) {
        this.templates = templates;
        this.portals = portals;
        this.copies = copies;
        this.baselines = baselines;
        this.versions = versions;
        this.audit = audit;
    }

    @Get("/{version}")
    HttpResponse<String> show(Desk desk, long id, long version) {
        return portals.find(desk.scope(), id).flatMap(portal -> copy(portal, version)
                .map(copy -> Reply.page(templates.version(desk, page(portal, copy)))))
                .orElseGet(Reply::absent);
    }

    @Post(uri = "/{version}/accept", consumes = FORM)
    @Secured(May.HANDLE)
    HttpResponse<String> accept(Desk desk, long id, long version) {
        return decide(desk, id, version, "accept");
    }

    @Post(uri = "/{version}/reject", consumes = FORM)
    @Secured(May.HANDLE)
    HttpResponse<String> reject(Desk desk, long id, long version) {
        return decide(desk, id, version, "reject");
    }

    private HttpResponse<String> decide(Desk desk, long id, long version, String decision) {
        Optional<PageCopy> copy = portals.find(desk.scope(), id).flatMap(portal -> copy(portal, version));
        Optional<PageContent> content = copy.flatMap(this::content);
        if (copy.isEmpty() || content.isEmpty()) {
            return Reply.absent();
        }
        learn(copy.get(), content.get(), decision);
        audit.record(desk.who(), "page.act." + decision, "portal:" + id, copy.get().url());
        return Reply.done("/portals/" + id + "/versions/" + version, "version-" + decision);
    }

    private void learn(PageCopy copy, PageContent content, String decision) {
        if (decision.equals("accept")) {
            baselines.accept(copy.portalId(), copy.url(), content);
        } else {
            baselines.reject(copy.portalId(), copy.url(), content,
                    versions.change(copy.url(), copies.before(copy), content));
        }
    }

    private Optional<PageCopy> copy(Portal portal, long version) {
        return copies.find(version).filter(copy -> copy.portalId() == portal.id());
    }

    private Optional<PageContent> content(PageCopy copy) {
        return versions.read(copy.firstHash(), copy.url(), copy.contentType());
    }

    private VersionPage page(Portal portal, PageCopy copy) {
        return new VersionPage(copy, portal.name(), baselines.of(portal.id(), copy.url()),
                versions.beside(copy.url(), copies.before(copy), content(copy)));
    }
}
