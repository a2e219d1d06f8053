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
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.PortalDraft;
import vn.vonggac.portal.PortalFilter;
import vn.vonggac.portal.Portals;

/** Portals, for programs. */
@Controller("/api/v1/portals")
@Secured(May.READ)
@Problems.Any
@Problems.SignedIn
final class PortalRoutes {

    private final Portals portals;
    private final Noun<Portal, PortalDraft, PortalItem> noun;

    PortalRoutes(Portals portals, Versions versions) {
        this.portals = portals;
        noun = new Noun<>(portals, PortalDraft.class, PortalItem.class,
                portal -> PortalItem.of(portal, portals.draft(portal)), versions);
    }

    /**
     * Portals, by name where no other order is asked for.
     *
     * @param text looked for in name, home and tags, diacritics or not
     * @param agency the number of an agency: its portals and those of the agencies below it
     * @param tag a tag they have
     * @param paused whether their watch rests
     * @param sort what the list is sorted by
     * @param descending the other way round
     */
    @Get
    HttpResponse<Page<PortalItem>> list(Caller caller, @QueryValue(defaultValue = "1") int page,
            @QueryValue(defaultValue = "50") int size,
            @Parameter(required = false) @QueryValue(defaultValue = "") String text,
            @QueryValue(defaultValue = "0") long agency,
            @Parameter(required = false) @QueryValue(defaultValue = "") String tag,
            @Parameter(required = false, schema = @Schema(type = "string", allowableValues = {"either", "yes",
                    "no"})) @QueryValue(defaultValue = "either") PortalFilter.Paused paused,
            @Parameter(required = false, schema = @Schema(type = "string", allowableValues = {"name", "home",
                    "added",
                    "level"})) @QueryValue(defaultValue = "name") PortalFilter.Order sort,
            @QueryValue(defaultValue = "false") boolean descending) {
        PortalFilter filter = new PortalFilter(text, agency, tag, paused, sort, descending);
        return noun.page(page, size, (most, skip) -> portals.list(caller.scope(), filter, page - 1, most));
    }

    /** One portal. */
    @Get("/{id}")
    @Problems.One
    HttpResponse<PortalItem> one(Caller caller, long id) {
        return noun.one(caller, id);
    }

    /** Adds a portal. */
    @Post
    @Secured(May.PORTALS)
    @Status(HttpStatus.CREATED)
    @Problems.Sent
    @RequestBody(content = @Content(schema = @Schema(implementation = PortalItem.class)))
    HttpResponse<PortalItem> add(Caller caller, @Body byte[] body) {
        return noun.add(caller, body);
    }

    /** Changes a portal: what is left out becomes empty. */
    @Put("/{id}")
    @Secured(May.PORTALS)
    @Problems.One
    @Problems.Sent
    @Problems.Versioned
    @RequestBody(content = @Content(schema = @Schema(implementation = PortalItem.class)))
    HttpResponse<PortalItem> change(Caller caller, long id, @Body byte[] body) {
        return noun.change(caller, id, body);
    }

    /** Removes a portal that has no components and no history; any other is paused. */
    @Delete("/{id}")
    @Secured(May.PORTALS)
    @Problems.One
    HttpResponse<PortalItem> remove(Caller caller, long id) {
        return noun.remove(caller, id);
    }
}
