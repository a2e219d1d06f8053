package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditFilter;

/** Who did what, the newest first. */
@Hidden
@Controller(value = "/audit", produces = MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
final class AuditController {

    private final Templates templates;
    private final Audit audit;

    AuditController(Templates templates, Audit audit) {
        this.templates = templates;
        this.audit = audit;
    }

    @Get
    HttpResponse<String> list(Desk desk) {
        Address address = desk.address();
        AuditFilter filter = new AuditFilter(address.value("who").strip(), address.value("action").strip(),
                address.value("object").strip());
        return Reply.page(templates.audit(desk, audit.actions(), Listing.of(address, audit.count(filter),
                (size, skip) -> audit.find(filter, size, skip))));
    }
}
