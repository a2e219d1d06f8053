package vn.vonggac.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Parameter;
import vn.vonggac.account.May;
import vn.vonggac.account.People;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.portal.Listed;

/** The audit trail, for programs. */
@Controller("/api/v1/audit")
@Secured(May.TRAIL)
@Problems.Any
@Problems.SignedIn
final class AuditRoutes {

    private final Audit audit;
    private final People people;

    AuditRoutes(Audit audit, People people) {
        this.audit = audit;
        this.people = people;
    }

    /**
     * The audit trail, the newest line first; of the people of one's agencies, where one does not see every agency.
     *
     * @param who the sign-in name of the one who acted
     * @param action what was done, such as portal.act.portal-add
     * @param object what it was done to, such as portal:12
     */
    @Get
    HttpResponse<Page<AuditLine>> list(Caller caller, @QueryValue(defaultValue = "1") int page,
            @QueryValue(defaultValue = "50") int size,
            @Parameter(required = false) @QueryValue(defaultValue = "") String who,
            @Parameter(required = false) @QueryValue(defaultValue = "") String action,
            @Parameter(required = false) @QueryValue(defaultValue = "") String object) {
        AuditFilter filter = new AuditFilter(who, action, object, people.names(caller.scope()));
        return Answers.page(page, size,
                (most, skip) -> new Listed<>(audit.find(filter, most, skip), audit.count(filter)),
                AuditLine::of);
    }
}
