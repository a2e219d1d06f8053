package vn.vonggac.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import vn.vonggac.account.May;
import vn.vonggac.incident.ByHand;
import vn.vonggac.incident.IncidentFilter;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Kind;
import vn.vonggac.portal.Fields;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Url;

/** Incidents, for programs: the queue, one of them, and one that somebody told of. */
@Controller("/api/v1/incidents")
@Secured(May.READ)
@Problems.Any
@Problems.SignedIn
final class IncidentRoutes {

    private static final int LONGEST_SOURCE = 200;
    private static final int LONGEST_NOTE = 2000;

    private final Incidents incidents;
    private final Portals portals;
    private final InstantSource time;

    IncidentRoutes(Incidents incidents, Portals portals, InstantSource time) {
        this.incidents = incidents;
        this.portals = portals;
        this.time = time;
    }

    /**
     * What somebody told us of.
     *
     * @param portal the portal's number
     * @param page the address of a page of it
     * @param kind such as defacement, redirect, planted-content
     * @param source who told it
     * @param receivedAt when they did; now where nobody says
     */
    @Schema(name = "IncidentByHand")
    record Told(long portal, String page, String kind, String source, @LeftOut String receivedAt,
            @LeftOut String note) {}

    /**
     * Incidents, the gravest first.
     *
     * @param which heard: active and not kept quiet; all where a status is asked for, else active where nobody says
     * @param status where they stand
     * @param kind what was done to the portal
     * @param portal the number of their portal
     * @param seen the view that showed them while whoever simply comes by sees nothing, such as search-engine; or some
     */
    @Get
    HttpResponse<Page<IncidentItem>> list(Caller caller, @QueryValue(defaultValue = "1") int page,
            @QueryValue(defaultValue = "50") int size,
            @Parameter(required = false, schema = @Schema(type = "string", allowableValues = {"heard",
                    "active", "closed",
                    "all"})) @QueryValue Optional<IncidentFilter.Which> which,
            @Parameter(required = false, schema = @Schema(type = "string", allowableValues = {"suspected",
                    "open", "acknowledged", "contained",
                    "closed"})) @QueryValue Optional<vn.vonggac.incident.Status> status,
            @Parameter(required = false, schema = @Schema(type = "string", allowableValues = {"defacement",
                    "redirect", "malicious-script",
                    "planted-document", "planted-content", "bad-link", "abused-form", "unusual-mass",
                    "unreachable", "certificate", "verification-file", "trust-label",
                    "open-door", "other-posture"})) @QueryValue Optional<Kind> kind,
            @Parameter(required = false) @QueryValue Optional<Long> portal,
            @Parameter(required = false) @QueryValue Optional<String> seen) {
        IncidentFilter.Which usual = status.isPresent()
                ? IncidentFilter.Which.ALL
                : IncidentFilter.Which.ACTIVE;
        IncidentFilter all = IncidentFilter.of(which.orElse(usual), status, portal, kind);
        IncidentFilter filter = seen.map(all::seenBy).orElse(all);
        return Answers.page(page, size, (most, skip) -> incidents.list(caller.scope(), filter, most, skip),
                IncidentItem::of);
    }

    /** One incident with what was found, what was done and what is due. */
    @Get("/{id}")
    @Problems.One
    HttpResponse<IncidentDetail> one(Caller caller, long id) {
        return Answers.one(caller.request(), incidents.find(caller.scope(), id),
                incident -> HttpResponse.ok(IncidentDetail.of(ProblemDetail.messages(caller.request()),
                        incident, incidents.log(caller.scope(), id), incidents.clocks(caller.scope(), id)))
                        .header(HttpHeaders.ETAG, IncidentItem.version(incident)));
    }

    /** Opens an incident that somebody told of; its page is visited at once under every view. */
    @Post
    @Secured(May.HANDLE)
    @Status(HttpStatus.CREATED)
    @Problems.One
    @Problems.Sent
    @RequestBody(content = @Content(schema = @Schema(implementation = Told.class)))
    HttpResponse<IncidentItem> open(Caller caller, @Body byte[] body) {
        return Given.answer(caller.request(), body, Told.class, given -> {
            Optional<Portal> portal = portal(caller, given);
            Optional<ByHand> told = portal.flatMap(found -> told(found, given));
            return () -> Answers.one(caller.request(),
                    told.flatMap(wish -> incidents.open(caller.scope(), wish, caller.who())),
                    opened -> HttpResponse.created(IncidentItem.of(opened)));
        });
    }

    private Optional<Portal> portal(Caller caller, Given given) {
        String number = given.fields().needed("portal", given.text("portal"), LONGEST_SOURCE);
        Optional<Portal> portal = Optional.of(number).filter(text -> text.matches("\\d{1,18}"))
                .flatMap(text -> portals.find(caller.scope(), Long.parseLong(text)));
        if (portal.isEmpty() && given.fields().isSound("portal")) {
            given.fields().reject("portal", "choice", number);
        }
        return portal;
    }

    private Optional<ByHand> told(Portal portal, Given given) {
        Fields fields = given.fields();
        Optional<Url> page = fields.url("page", given.text("page"));
        if (page.isPresent() && !portal.covers(page.get())) {
            fields.reject("page", "not-of-portal", portal.home());
        }
        Optional<Kind> kind = given.needed("kind", Kind.class);
        String source = fields.needed("source", given.text("source"), LONGEST_SOURCE);
        String note = fields.text("note", given.text("note"), LONGEST_NOTE);
        Instant received = fields.moment("receivedAt", given.text("receivedAt")).orElse(time.instant());
        if (received.isAfter(time.instant())) {
            fields.reject("receivedAt", "future");
        }
        return page.flatMap(url -> kind
                .map(what -> new ByHand(portal.id(), url.text(), what, source, received, note)));
    }
}
