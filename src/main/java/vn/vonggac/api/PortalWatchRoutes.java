package vn.vonggac.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.List;
import java.util.Set;
import vn.vonggac.account.May;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Portals;
import vn.vonggac.watch.PageLists;
import vn.vonggac.watch.Watch;

/** The watch of portals, for programs: its rest, its end, a look at once. */
@Controller("/api/v1/portals")
@Secured(May.PAUSE)
@Problems.Any
@Problems.SignedIn
final class PortalWatchRoutes {

    private final Portals portals;
    private final Watch watch;
    private final PageLists lists;

    PortalWatchRoutes(Portals portals, Watch watch, PageLists lists) {
        this.portals = portals;
        this.watch = watch;
        this.lists = lists;
    }

    /**
     * Whose watch shall rest.
     *
     * @param portals their numbers
     * @param until when it goes on by itself
     */
    @Schema(name = "Pause")
    record Pause(List<Long> portals, String reason, String until) {}

    /**
     * Whose watch shall go on.
     *
     * @param portals their numbers
     */
    @Schema(name = "Resume")
    record Resume(List<Long> portals) {}

    /** Stops the watch of several portals until a moment, for a reason: all of them or none. */
    @Post("/pause")
    @Problems.One
    @Problems.Sent
    @RequestBody(content = @Content(schema = @Schema(implementation = Pause.class)))
    HttpResponse<List<PortalItem>> pause(Caller caller, @Body byte[] body) {
        return Given.answer(caller.request(), body, Pause.class, given -> {
            Set<Long> chosen = given.ids("portals");
            return () -> Answers.of(caller.request(), portals.pause(caller.scope(), chosen,
                    given.text("reason"), given.text("until"), caller.who()),
                    paused -> HttpResponse.ok(items(paused)));
        });
    }

    /** Lets the watch of several portals go on: all of them or none. */
    @Post("/resume")
    @Problems.One
    @Problems.Sent
    @RequestBody(content = @Content(schema = @Schema(implementation = Resume.class)))
    HttpResponse<List<PortalItem>> resume(Caller caller, @Body byte[] body) {
        return Given.answer(caller.request(), body, Resume.class, given -> {
            Set<Long> chosen = given.ids("portals");
            return () -> Answers.of(caller.request(),
                    portals.resume(caller.scope(), chosen, caller.who()),
                    resumed -> HttpResponse.ok(items(resumed)));
        });
    }

    /** Looks at a portal's home page as soon as a place is free, paused or not. */
    @Post("/{id}/look-now")
    @Secured(May.CHECK)
    @Status(HttpStatus.ACCEPTED)
    @Problems.One
    HttpResponse<PortalItem> lookNow(Caller caller, long id) {
        return Answers.one(caller.request(), portals.find(caller.scope(), id), portal -> {
            watch.lookNow(portal.id(), caller.who());
            return HttpResponse.accepted().body(item(portal));
        });
    }

    /**
     * Pages to be watched.
     *
     * @param addresses one each, whole or from the root of the portal; or the lines of an access log in the combined
     *     format, of which every page counts that a search engine fetched with 200
     */
    @Schema(name = "PagesNamed")
    record PagesNamed(List<String> addresses) {}

    /**
     * What became of the addresses.
     *
     * @param added pages that are new to the watch
     * @param known pages that it knew, or has no room for
     * @param outside addresses that are no page of the portal
     * @param passed lines of a log that name nothing to look at
     */
    @Serdeable
    @Schema(name = "PagesTaken")
    record PagesTaken(int added, int known, int outside, int passed) {}

    /** Names pages of a portal that nothing links to: all are taken, or none where a line is no address. */
    @Post("/{id}/pages")
    @Secured(May.PORTALS)
    @Problems.One
    @Problems.Sent
    @RequestBody(content = @Content(schema = @Schema(implementation = PagesNamed.class)))
    HttpResponse<PagesTaken> pages(Caller caller, long id, @Body byte[] body) {
        return portals.find(caller.scope(), id).isEmpty()
                ? Answers.problem(caller.request(), ProblemKind.NOT_FOUND)
                : Given.answer(caller.request(), body, PagesNamed.class,
                        given -> () -> Answers.of(caller.request(),
                                lists.take(id, given.text("addresses").lines(), caller.who()),
                                taken -> HttpResponse.ok(new PagesTaken(taken.added(), taken.known(),
                                        taken.outside(), taken.passed()))));
    }

    private List<PortalItem> items(List<Portal> found) {
        return found.stream().map(this::item).toList();
    }

    private PortalItem item(Portal portal) {
        return PortalItem.of(portal, portals.draft(portal));
    }
}
