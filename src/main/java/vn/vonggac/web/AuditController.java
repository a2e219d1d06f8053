package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import vn.vonggac.account.May;
import vn.vonggac.account.People;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditFilter;

/** Who did what, the newest first. */
@Hidden
@Controller(value = "/audit", produces = MediaType.TEXT_HTML)
@Secured(May.TRAIL)
final class AuditController {

    private final Templates templates;
    private final Audit audit;
    private final People people;

    AuditController(Templates templates, Audit audit, People people) {
        this.templates = templates;
        this.audit = audit;
        this.people = people;
    }

    /** Reads the whole trail; asked for, never by itself. */
    @Get("/state")
    HttpResponse<String> state(Desk desk) {
        return Reply.page(templates.auditState(desk, audit.verify()));
    }

    @Get
    HttpResponse<String> list(Desk desk) {
        Address address = desk.address();
        AuditFilter filter = new AuditFilter(address.value("who").strip(), address.value("action").strip(),
                address.value("object").strip(), people.names(desk.scope()));
        return Reply.page(templates.audit(desk, audit.actions(), Listing.of(address, audit.count(filter),
                (size, skip) -> audit.find(filter, size, skip))));
    }
}
