package vn.vonggac.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.time.Duration;
import java.util.List;
import vn.vonggac.account.May;
import vn.vonggac.portal.Portals;
import vn.vonggac.watch.Components;
import vn.vonggac.watch.Coverage;
import vn.vonggac.watch.Coverages;

/** How far the watch of a portal reaches: its pages, and the sites beside it. */
@Controller("/api/v1/portals/{id}")
@Secured(May.PORTALS)
@Problems.Any
@Problems.SignedIn
final class PortalReachRoutes {

    private final Portals portals;
    private final Components components;
    private final Coverages coverages;

    PortalReachRoutes(Portals portals, Components components, Coverages coverages) {
        this.portals = portals;
        this.components = components;
        this.coverages = coverages;
    }

    /**
     * How completely a portal is looked at, and what that costs.
     *
     * @param pages pages that are known
     * @param unseen of these, never looked at
     * @param overdue of these, not looked at within the time in which every page shall be
     * @param cycleSeconds how long it takes to look at all once; 0 before the first look
     * @param below whether too many are overdue
     * @param requests sent in this hour of the clock
     * @param bytes loaded in the last 24 hours
     */
    @Serdeable
    @Schema(name = "Coverage")
    record Reach(long pages, long unseen, long overdue, long cycleSeconds, boolean below, long requests,
            long bytes) {

        static Reach of(Coverage coverage) {
            return new Reach(coverage.pages(), coverage.unseen(), coverage.overdue(),
                    coverage.cycle().orElse(Duration.ZERO).toSeconds(), coverage.below(),
                    coverage.spent().requests(), coverage.spent().bytes());
        }
    }

    /**
     * A site of the same domain that the portal links to and nobody watches.
     *
     * @param home its address; empty where one is chosen
     */
    @Serdeable
    @Schema(name = "Component")
    record Proposal(String host, String home) {}

    /** A proposal by its host. */
    @Schema(name = "ComponentChosen")
    record Chosen(String host) {}

    /** How completely a portal is looked at, and what that costs. */
    @Get("/coverage")
    @Secured(May.CHECK)
    @Problems.One
    HttpResponse<Reach> coverage(Caller caller, long id) {
        return Answers.one(caller.request(), portals.find(caller.scope(), id),
                portal -> HttpResponse.ok(Reach.of(coverages.of(portal.id()))));
    }

    /** Sites of a portal's domain that it links to and nobody watches. */
    @Get("/components")
    @Problems.One
    HttpResponse<List<Proposal>> components(Caller caller, long id) {
        return Answers.one(caller.request(), portals.find(caller.scope(), id),
                portal -> HttpResponse.ok(components.proposed(portal.id()).stream()
                        .map(site -> new Proposal(site.host(), site.home())).toList()));
    }

    /** Has one of the proposed sites watched, as a component of the portal, with its agency and its rhythm. */
    @Post("/components")
    @Status(HttpStatus.CREATED)
    @Problems.One
    @Problems.Sent
    @RequestBody(content = @Content(schema = @Schema(implementation = Chosen.class)))
    HttpResponse<PortalItem> watch(Caller caller, long id, @Body byte[] body) {
        return Given.answer(caller.request(), body, Chosen.class,
                given -> () -> Answers.of(caller.request(),
                        components.add(caller.scope(), id, given.text("host"), caller.who()),
                        portal -> HttpResponse.created(PortalItem.of(portal, portals.draft(portal)))));
    }
}
