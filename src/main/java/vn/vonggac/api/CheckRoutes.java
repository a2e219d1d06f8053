package vn.vonggac.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vonggac.account.May;
import vn.vonggac.portal.Problem;
import vn.vonggac.watch.Asked;
import vn.vonggac.watch.Asker;
import vn.vonggac.watch.Check;
import vn.vonggac.watch.CheckAnswer;
import vn.vonggac.watch.Checks;

/** Looks on demand, for programs: ask, follow, read, call off. */
@Controller("/api/v1/checks")
@Secured(May.CHECK)
@Problems.Any
@Problems.SignedIn
final class CheckRoutes {

    private static final String TOO_MANY = "Too much was asked for: Retry-After says when";

    private final Checks checks;

    CheckRoutes(Checks checks) {
        this.checks = checks;
    }

    /**
     * What shall be looked at: one of url, text and html.
     *
     * @param text a draft as plain text
     * @param html a draft as HTML
     * @param pages of a site that begins at the address, 1 where nobody says
     */
    @Schema(name = "CheckWish")
    record Wish(@LeftOut String url, @LeftOut String text, @LeftOut String html, @LeftOut String pages) {}

    /** The caller's own checks, the newest first. */
    @Get
    HttpResponse<Page<CheckItem>> list(Caller caller, @QueryValue(defaultValue = "1") int page,
            @QueryValue(defaultValue = "50") int size) {
        return Answers.page(page, size, (most, skip) -> checks.of(caller.who(), most, skip), CheckItem::of);
    }

    /** Asks for a look at a page, a site or a draft; Location says where it can be followed. */
    @Post
    @Status(HttpStatus.ACCEPTED)
    @Problems.Sent
    @ApiResponse(responseCode = "429", description = TOO_MANY, content = @Content(mediaType = ProblemDetail.MEDIA_TYPE, schema = @Schema(implementation = ProblemDetail.class)))
    @RequestBody(content = @Content(schema = @Schema(implementation = Wish.class)))
    HttpResponse<CheckItem> ask(Caller caller, @Body byte[] body) {
        return Given.answer(caller.request(), body, Wish.class, given -> {
            Optional<Asked> asked = asked(given);
            return () -> answer(caller, checks.ask(asker(caller), asked.orElseThrow()));
        });
    }

    /**
     * Asks what would be flagged in a document before it is published.
     *
     * @param name of the file
     */
    @Post("/file")
    @Consumes({MediaType.TEXT_HTML, MediaType.APPLICATION_PDF,
            MediaType.APPLICATION_OCTET_STREAM})
    @Status(HttpStatus.ACCEPTED)
    @Problems.Sent
    @ApiResponse(responseCode = "429", description = TOO_MANY, content = @Content(mediaType = ProblemDetail.MEDIA_TYPE, schema = @Schema(implementation = ProblemDetail.class)))
    HttpResponse<CheckItem> file(Caller caller,
            @Parameter(required = false) @QueryValue(defaultValue = "") String name, @Body byte[] body) {
        return answer(caller, checks.ask(asker(caller), Asked.file(name, body)));
    }

    /** A check with its result as far as it is there. */
    @Get("/{check}")
    @Secured(May.READ)
    @Problems.One
    HttpResponse<CheckDetail> one(Caller caller, String check) {
        return Answers.one(caller.request(), find(caller, check),
                found -> HttpResponse.ok(CheckDetail.of(ProblemDetail.messages(caller.request()), found,
                        checks.before(caller.who(), caller.scope(), check),
                        checks.result(caller.who(), caller.scope(), check))));
    }

    /** Asks for the same page or site once more, to be compared with this check. */
    @Post("/{check}/again")
    @Status(HttpStatus.ACCEPTED)
    @Problems.One
    @ApiResponse(responseCode = "429", description = TOO_MANY, content = @Content(mediaType = ProblemDetail.MEDIA_TYPE, schema = @Schema(implementation = ProblemDetail.class)))
    HttpResponse<CheckItem> again(Caller caller, String check) {
        return checks.askAgain(asker(caller), check).map(answer -> answer(caller, answer))
                .orElseGet(() -> Answers.problem(caller.request(), ProblemKind.NOT_FOUND));
    }

    /** Calls a check off; one that is over stays as it is. */
    @Delete("/{check}")
    @Problems.One
    HttpResponse<CheckItem> cancel(Caller caller, String check) {
        return Answers.one(caller.request(), checks.cancel(caller.who(), caller.scope(), check),
                found -> HttpResponse.ok(CheckItem.of(found)));
    }

    private Optional<Check> find(Caller caller, String check) {
        return checks.find(caller.who(), caller.scope(), check);
    }

    private static Optional<Asked> asked(Given given) {
        List<String> what = Stream.of("url", "text", "html").filter(field -> !given.text(field).isBlank())
                .toList();
        String pages = given.text("pages").isEmpty() ? "1" : given.text("pages");
        if (what.size() != 1) {
            given.fields().reject("url", "one-of", "url, text, html");
        }
        if (!pages.matches("[1-9]\\d{0,4}")) {
            given.fields().reject("pages", "number", 1, 99_999);
        }
        return given.fields().sound() ? Optional.of(asked(given, what.getFirst(), pages)) : Optional.empty();
    }

    private static Asked asked(Given given, String what, String pages) {
        return switch (what) {
            case "text" -> Asked.text(given.text(what));
            case "html" -> Asked.html(given.text(what));
            default -> Asked.site(given.text(what), Integer.parseInt(pages));
        };
    }

    private static MutableHttpResponse<CheckItem> answer(Caller caller, CheckAnswer answer) {
        return switch (answer) {
            case CheckAnswer.Taken(Check check) -> HttpResponse.accepted().body(CheckItem.of(check))
                    .header(HttpHeaders.LOCATION, "/api/v1/checks/" + check.id());
            case CheckAnswer.Rejected(List<Problem> problems) -> Answers.rejected(caller.request(), problems);
            case CheckAnswer.Limited(String key, Duration after) -> limited(caller, key, after);
        };
    }

    private static MutableHttpResponse<CheckItem> limited(Caller caller, String key, Duration after) {
        return Answers
                .<CheckItem>problem(caller.request(), ProblemKind.TOO_MANY_REQUESTS,
                        new Problem("", key, List.of()))
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(after.toSeconds()));
    }

    private static Asker asker(Caller caller) {
        return new Asker(caller.who(), caller.token(), caller.scope());
    }
}
