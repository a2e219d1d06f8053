package vn.vonggac.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.vonggac.account.May;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.Severity;
import vn.vonggac.incident.Feedback;
import vn.vonggac.incident.Gravity;
import vn.vonggac.incident.Handling;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Resolution;
import vn.vonggac.portal.Problem;

/** What a person does to an incident, for programs. */
@Controller("/api/v1/incidents/{id}")
@Secured(May.HANDLE)
@Problems.Any
@Problems.SignedIn
@Problems.One
@Problems.Step
@Problems.Changed
final class IncidentStepRoutes {

    private static final int LONGEST_NOTE = 2000;

    private final Incidents incidents;
    private final Feedback feedback;
    private final InstantSource time;

    IncidentStepRoutes(Incidents incidents, Feedback feedback, InstantSource time) {
        this.incidents = incidents;
        this.feedback = feedback;
        this.time = time;
    }

    /** A few words about it. */
    @Schema(name = "Note")
    record Note(@LeftOut String note) {}

    /**
     * Why it is closed.
     *
     * @param resolution false-positive, planned-change, duplicate or indeterminate; true-positive is for visits to prove
     */
    @Schema(name = "Closing")
    record Closing(String resolution, String note) {}

    /**
     * How severe a person takes it to be.
     *
     * @param severity info, low, medium, high or critical
     */
    @Schema(name = "SeverityWish")
    record SeverityWish(String severity, String note) {}

    /**
     * How heavily the law takes it.
     *
     * @param gravity ordinary, serious or national
     */
    @Schema(name = "GravityWish")
    record GravityWish(String gravity, String note) {}

    /**
     * That what a clock asks for was sent.
     *
     * @param clock one of those of the incident
     */
    @Schema(name = "Reported")
    record Reported(String clock, @LeftOut String note) {}

    /** Takes an incident: the caller works on it. */
    @Post("/acknowledge")
    @Problems.Sent
    @RequestBody(content = @Content(schema = @Schema(implementation = Note.class)))
    HttpResponse<IncidentItem> acknowledge(Caller caller, long id, @Body byte[] body) {
        return handled(caller, id, body, Note.class,
                (given, word) -> incident -> Handling.acknowledge(incident, word));
    }

    /** Closes an incident for a reason; a false alarm counts against every detector that spoke. */
    @Post("/close")
    @Problems.Sent
    @RequestBody(content = @Content(schema = @Schema(implementation = Closing.class)))
    HttpResponse<IncidentItem> close(Caller caller, long id, @Body byte[] body) {
        return handled(caller, id, body, Closing.class, (given, word) -> {
            Optional<Resolution> resolution = given.needed("resolution", Resolution.class);
            return incident -> Handling.close(incident, resolution.orElseThrow(), word);
        });
    }

    /** Takes the closing of an incident back. */
    @Post("/reopen")
    @Problems.Sent
    @RequestBody(content = @Content(schema = @Schema(implementation = Note.class)))
    HttpResponse<IncidentItem> reopen(Caller caller, long id, @Body byte[] body) {
        return handled(caller, id, body, Note.class,
                (given, word) -> incident -> Handling.reopen(incident, word));
    }

    /** Sets the severity of an incident; evidence no longer moves it. */
    @Post("/severity")
    @Problems.Sent
    @RequestBody(content = @Content(schema = @Schema(implementation = SeverityWish.class)))
    HttpResponse<IncidentItem> severity(Caller caller, long id, @Body byte[] body) {
        return handled(caller, id, body, SeverityWish.class, (given, word) -> {
            Optional<Severity> severity = given.needed("severity", Severity.class);
            return incident -> Handling.severity(incident, severity.orElseThrow(), word);
        });
    }

    /** Says how heavily the law takes an incident; that decides which clocks run. */
    @Post("/gravity")
    @Problems.Sent
    @RequestBody(content = @Content(schema = @Schema(implementation = GravityWish.class)))
    HttpResponse<IncidentItem> gravity(Caller caller, long id, @Body byte[] body) {
        return handled(caller, id, body, GravityWish.class, (given, word) -> {
            Optional<Gravity> gravity = given.needed("gravity", Gravity.class);
            return incident -> Handling.gravity(incident, gravity.orElseThrow(), word);
        });
    }

    /** Says that the pages of a contained incident are as they should be, where visits cannot tell. */
    @Post("/restored")
    @Problems.Sent
    @RequestBody(content = @Content(schema = @Schema(implementation = Note.class)))
    HttpResponse<IncidentItem> restored(Caller caller, long id, @Body byte[] body) {
        return handled(caller, id, body, Note.class,
                (given, word) -> incident -> Handling.restored(incident, word));
    }

    /** Says that what a clock asks for was sent. */
    @Post("/reported")
    @Problems.Sent
    @RequestBody(content = @Content(schema = @Schema(implementation = Reported.class)))
    HttpResponse<IncidentItem> reported(Caller caller, long id, @Body byte[] body) {
        List<String> clocks = incidents.clocks(caller.scope(), id).stream()
                .map(reading -> reading.clock().id()).toList();
        return handled(caller, id, body, Reported.class, (given, word) -> {
            String clock = given.fields().needed("clock", given.text("clock"), LONGEST_NOTE);
            if (given.fields().isSound("clock") && !clocks.contains(clock)
                    && incidents.find(caller.scope(), id).isPresent()) {
                given.fields().reject("clock", "choice", clock);
            }
            return incident -> Handling.reported(incident, clock, word);
        });
    }

    /** Notes something about an incident. */
    @Post("/notes")
    @Problems.Sent
    @RequestBody(content = @Content(schema = @Schema(implementation = Note.class)))
    HttpResponse<IncidentItem> note(Caller caller, long id, @Body byte[] body) {
        return handled(caller, id, body, Note.class,
                (given, word) -> incident -> Handling.note(incident, word));
    }

    /** Looks at every page of an incident again, now, under every view. */
    @Post("/look-again")
    HttpResponse<IncidentItem> lookAgain(Caller caller, long id) {
        return Answers.one(caller.request(), incidents.lookAgain(caller.scope(), id, caller.who()),
                outcome -> answered(caller, outcome));
    }

    /** Reads what a step needs besides its note, and says what it does. */
    @FunctionalInterface
    private interface Reading {

        Function<Incident, Handling.Outcome> read(Given given, Handling.Word word);
    }

    private HttpResponse<IncidentItem> handled(Caller caller, long id, byte[] body,
            Class<? extends Record> type, Reading reading) {
        return Given.answer(caller.request(), body, type, given -> {
            String note = given.fields().text("note", given.text("note"), LONGEST_NOTE);
            Function<Incident, Handling.Outcome> act = reading.read(given,
                    new Handling.Word(caller.who(), time.instant(), note));
            return () -> Answers.one(caller.request(),
                    feedback.handle(caller.scope(), id, incident -> unlessChanged(caller, incident, act)),
                    outcome -> answered(caller, outcome));
        });
    }

    private static Handling.Outcome unlessChanged(Caller caller, Incident incident,
            Function<Incident, Handling.Outcome> act) {
        return Versions.matches(caller.request(), IncidentItem.version(incident))
                ? act.apply(incident)
                : new Handling.Outcome.ChangedMeanwhile();
    }

    private static MutableHttpResponse<IncidentItem> answered(Caller caller, Handling.Outcome outcome) {
        return switch (outcome) {
            case Handling.Outcome.Done done -> HttpResponse.ok(IncidentItem.of(done.incident()))
                    .header(HttpHeaders.ETAG, IncidentItem.version(done.incident()));
            case Handling.Outcome.NotAllowed refused -> Answers.problem(caller.request(),
                    ProblemKind.CONFLICT,
                    new Problem("", "api.problem.step",
                            List.of(Slug.of(refused.status()), Slug.of(refused.action()))));
            case Handling.Outcome.ChangedMeanwhile changed ->
                Answers.problem(caller.request(), ProblemKind.CHANGED_MEANWHILE);
            case Handling.Outcome.ReasonMissing missing -> Answers.rejected(caller.request(),
                    List.of(new Problem("note", "portal.problem.missing", List.of())));
        };
    }
}
