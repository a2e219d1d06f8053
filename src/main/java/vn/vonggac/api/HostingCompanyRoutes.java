package vn.vonggac.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import vn.vonggac.account.May;
import vn.vonggac.portal.HostingCompanies;
import vn.vonggac.portal.HostingCompany;
import vn.vonggac.portal.HostingCompanyDraft;

/** Hosting companies, for programs. */
@Controller("/api/v1/hosting-companies")
@Secured(May.READ)
@Problems.Any
@Problems.SignedIn
final class HostingCompanyRoutes {

    private final HostingCompanies companies;
    private final Noun<HostingCompany, HostingCompanyDraft, HostingCompanyItem> noun;

    HostingCompanyRoutes(HostingCompanies companies, Versions versions) {
        this.companies = companies;
        noun = new Noun<>(companies, HostingCompanyDraft.class, HostingCompanyItem.class,
                HostingCompanyItem::of, versions);
    }

    /**
     * Hosting companies by name.
     *
     * @param text looked for in the name
     */
    @Get
    HttpResponse<Page<HostingCompanyItem>> list(Caller caller, @QueryValue(defaultValue = "1") int page,
            @QueryValue(defaultValue = "50") int size,
            @Parameter(required = false) @QueryValue(defaultValue = "") String text) {
        return noun.page(page, size, (most, skip) -> companies.list(text, most, skip));
    }

    /** One hosting company. */
    @Get("/{id}")
    @Problems.One
    HttpResponse<HostingCompanyItem> one(Caller caller, long id) {
        return noun.one(caller, id);
    }

    /** Adds a hosting company. */
    @Post
    @Secured(May.AGENCIES)
    @Status(HttpStatus.CREATED)
    @Problems.Sent
    @RequestBody(content = @Content(schema = @Schema(implementation = HostingCompanyItem.class)))
    HttpResponse<HostingCompanyItem> add(Caller caller, @Body byte[] body) {
        return noun.add(caller, body);
    }

    /** Changes a hosting company: what is left out becomes empty. */
    @Put("/{id}")
    @Secured(May.AGENCIES)
    @Problems.One
    @Problems.Sent
    @Problems.Versioned
    @RequestBody(content = @Content(schema = @Schema(implementation = HostingCompanyItem.class)))
    HttpResponse<HostingCompanyItem> change(Caller caller, long id, @Body byte[] body) {
        return noun.change(caller, id, body);
    }

    /** Removes a hosting company that no portal names. */
    @Delete("/{id}")
    @Secured(May.AGENCIES)
    @Problems.One
    HttpResponse<HostingCompanyItem> remove(Caller caller, long id) {
        return noun.remove(caller, id);
    }
}
