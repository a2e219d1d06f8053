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
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Agency;
import vn.vonggac.portal.AgencyDraft;

/** Agencies, for programs. */
@Controller("/api/v1/agencies")
@Secured(May.READ)
@Problems.Any
@Problems.SignedIn
final class AgencyRoutes {

    private final Agencies agencies;
    private final Noun<Agency, AgencyDraft, AgencyItem> noun;

    AgencyRoutes(Agencies agencies, Versions versions) {
        this.agencies = agencies;
        noun = new Noun<>(agencies, AgencyDraft.class, AgencyItem.class,
                agency -> AgencyItem.of(agency, agencies.draft(agency)), versions);
    }

    /**
     * Agencies by name.
     *
     * @param text looked for in name and code, diacritics or not
     */
    @Get
    HttpResponse<Page<AgencyItem>> list(Caller caller, @QueryValue(defaultValue = "1") int page,
            @QueryValue(defaultValue = "50") int size,
            @Parameter(required = false) @QueryValue(defaultValue = "") String text) {
        return noun.page(page, size, (most, skip) -> agencies.list(caller.scope(), text, most, skip));
    }

    /** One agency. */
    @Get("/{id}")
    @Problems.One
    HttpResponse<AgencyItem> one(Caller caller, long id) {
        return noun.one(caller, id);
    }

    /** Adds an agency. */
    @Post
    @Secured(May.AGENCIES)
    @Status(HttpStatus.CREATED)
    @Problems.Sent
    @RequestBody(content = @Content(schema = @Schema(implementation = AgencyItem.class)))
    HttpResponse<AgencyItem> add(Caller caller, @Body byte[] body) {
        return noun.add(caller, body);
    }

    /** Changes an agency: what is left out becomes empty. */
    @Put("/{id}")
    @Secured(May.AGENCIES)
    @Problems.One
    @Problems.Sent
    @Problems.Versioned
    @RequestBody(content = @Content(schema = @Schema(implementation = AgencyItem.class)))
    HttpResponse<AgencyItem> change(Caller caller, long id, @Body byte[] body) {
        return noun.change(caller, id, body);
    }

    /** Removes an agency that nothing hangs on; any other ends by its last day. */
    @Delete("/{id}")
    @Secured(May.AGENCIES)
    @Problems.One
    HttpResponse<AgencyItem> remove(Caller caller, long id) {
        return noun.remove(caller, id);
    }
}
