package vn.vonggac.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.List;
import java.util.Optional;
import vn.vonggac.account.May;
import vn.vonggac.incident.Handling.Outcome;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.Incidents;
import vn.vonggac.notify.Letter;
import vn.vonggac.notify.Letters;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.HostingCompanies;
import vn.vonggac.portal.Listed;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Problem;

/** Letters about an incident to those who answer for its portal, for programs. */
@Controller("/api/v1/incidents/{id}/notices")
@Secured(May.READ)
@Problems.Any
@Problems.SignedIn
@Problems.One
final class NoticeRoutes {

    private final Incidents incidents;
    private final Portals portals;
    private final Agencies agencies;
    private final HostingCompanies hostings;
    private final Letters letters;

    NoticeRoutes(Incidents incidents, Portals portals, Agencies agencies, HostingCompanies hostings,
            Letters letters) {
        this.incidents = incidents;
        this.portals = portals;
        this.agencies = agencies;
        this.hostings = hostings;
        this.letters = letters;
    }

    /** Who answers for a portal. */
    enum Addressee {
        AGENCY, HOSTING
    }

    /**
     * A letter to be sent.
     *
     * @param to agency or hosting; the address is the one that is kept for it
     */
    @Schema(name = "NoticeWish")
    record Wish(String to, String subject, String body) {}

    /** Letters about an incident, the first first. */
    @Get
    HttpResponse<Page<NoticeItem>> list(Caller caller, long id, @QueryValue(defaultValue = "1") int page,
            @QueryValue(defaultValue = "50") int size) {
        return Answers.one(caller.request(), incidents.find(caller.scope(), id), incident -> {
            List<Letters.Sent> all = letters.of(caller.scope(), id);
            return Answers.page(page, size, (most, skip) -> new Listed<>(
                    all.stream().skip(skip).limit(most).toList(), all.size()), NoticeItem::of);
        });
    }

    /** Sends a letter by the channel of mail that is told of the portal; it stands in the incident's log. */
    @Post
    @Secured(May.HANDLE)
    @Status(HttpStatus.CREATED)
    @Problems.Step
    @Problems.Changed
    @Problems.Sent
    @RequestBody(content = @Content(schema = @Schema(implementation = Wish.class)))
    HttpResponse<NoticeItem> send(Caller caller, long id, @Body byte[] body) {
        return Given.answer(caller.request(), body, Wish.class, given -> {
            Optional<Addressee> to = given.needed("to", Addressee.class);
            String subject = given.fields().needed("subject", given.text("subject"), Letter.LONGEST_SUBJECT);
            String text = given.fields().text("body", given.text("body"), Letter.LONGEST_BODY);
            if (text.isEmpty() && given.fields().isSound("body")) {
                given.fields().reject("body", "missing");
            }
            return () -> Answers.one(caller.request(), incidents.find(caller.scope(), id),
                    incident -> Versions.matches(caller.request(), IncidentItem.version(incident))
                            ? sent(caller, id, draft(caller, incident, to.orElseThrow(), subject, text))
                            : Answers.problem(caller.request(), ProblemKind.CHANGED_MEANWHILE));
        });
    }

    private Optional<Letter.Draft> draft(Caller caller, Incident incident, Addressee to, String subject,
            String text) {
        return portals.find(caller.scope(), Long.parseLong(incident.portal()))
                .flatMap(portal -> switch (to) {
                    case AGENCY -> agencies.find(caller.scope(), portal.agencyId())
                            .map(agency -> new Letter.Draft(agency.name(), agency.email(), subject, text));
                    case HOSTING -> hosting(caller, portal, subject, text);
                }).filter(draft -> !draft.address().isBlank());
    }

    private Optional<Letter.Draft> hosting(Caller caller, Portal portal, String subject, String text) {
        return Optional.ofNullable(portal.hostingId()).flatMap(id -> hostings.find(caller.scope(), id))
                .map(company -> new Letter.Draft(company.name(), company.email(), subject, text));
    }

    private MutableHttpResponse<NoticeItem> sent(Caller caller, long id, Optional<Letter.Draft> draft) {
        return draft.flatMap(letter -> letters.send(caller.scope(), id, letter, caller.who()))
                .map(outcome -> outcome instanceof Outcome.Done
                        ? HttpResponse.created(NoticeItem.of(letters.of(caller.scope(), id).getLast()))
                        : Answers.<NoticeItem>problem(caller.request(), ProblemKind.CONFLICT))
                .orElseGet(() -> Answers.problem(caller.request(), ProblemKind.CONFLICT,
                        new Problem("", "api.problem.no-mail", List.of())));
    }
}
