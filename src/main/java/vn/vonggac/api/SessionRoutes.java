package vn.vonggac.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import vn.vonggac.account.Accounts;
import vn.vonggac.account.Factors;
import vn.vonggac.account.May;
import vn.vonggac.account.Person;
import vn.vonggac.account.Sessions;
import vn.vonggac.account.SignIn;
import vn.vonggac.account.SignedIn;
import vn.vonggac.portal.Fields;
import vn.vonggac.portal.Problem;

/** Signing in and out, by the same way as on the desk: the same lock after too many failures, the same trail. */
@Controller("/api/v1/session")
@Problems.Any
final class SessionRoutes {

    private static final int LONGEST = 200;

    private final Accounts accounts;
    private final Sessions sessions;
    private final Factors factors;
    private final Senders senders;
    private final InstantSource time;

    SessionRoutes(Accounts accounts, Sessions sessions, Factors factors, Senders senders,
            InstantSource time) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.factors = factors;
        this.senders = senders;
        this.time = time;
    }

    /** Name and password. */
    @Schema(name = "SignIn")
    record Credentials(String name, String password) {}

    /** A code of the telephone, or a recovery code. */
    @Schema(name = "SecondFactor", requiredProperties = {"code"})
    record Code(String code) {}

    /** Who is signed in, and what they owe before anything else. */
    @Get
    @Secured({May.READ, May.FACTOR, May.ENROLMENT, May.PASSWORD})
    @Problems.SignedIn
    HttpResponse<SessionItem> show(HttpRequest<?> request, Authentication authentication) {
        return Answers.one(request, Callers.signedIn(authentication),
                known -> HttpResponse.ok(SessionItem.of(known)));
    }

    /** Signs in; the answer carries the session's cookie. */
    @Post
    @Status(HttpStatus.CREATED)
    @Secured(SecurityRule.IS_ANONYMOUS)
    @SecurityRequirements
    @Problems.Sent
    @Problems.SigningIn
    @RequestBody(content = @Content(schema = @Schema(implementation = Credentials.class)))
    HttpResponse<SessionItem> open(HttpRequest<?> request, @Body byte[] body) {
        return Given.answer(request, body, Credentials.class, given -> {
            Fields fields = given.fields();
            String name = fields.needed("name", given.text("name"), LONGEST);
            String password = given.text("password");
            if (password.isEmpty() || password.length() > LONGEST) {
                fields.reject("password", password.isEmpty() ? "missing" : "long", LONGEST,
                        password.length());
            }
            return () -> signIn(request, name, password);
        });
    }

    /** Gives the second factor, a code or a recovery code; the answer carries another session's cookie. */
    @Post("/factor")
    @Secured({May.FACTOR, May.OWN_ACCOUNT})
    @Problems.SignedIn
    @Problems.Sent
    @RequestBody(content = @Content(schema = @Schema(implementation = Code.class)))
    HttpResponse<SessionItem> factor(HttpRequest<?> request, Authentication authentication,
            @Body byte[] body) {
        return Given.answer(request, body, Code.class, given -> {
            String code = given.fields().needed("code", given.text("code"), LONGEST);
            return () -> renewed(request, authentication, code).map(token -> opened(request, token))
                    .orElseGet(() -> Answers.problem(request, ProblemKind.WRONG_SIGN_IN));
        });
    }

    private Optional<String> renewed(HttpRequest<?> request, Authentication authentication, String code) {
        Optional<Person> person = Callers.signedIn(authentication).map(SignedIn::person)
                .filter(known -> factors.give(known, code));
        person.flatMap(known -> SessionCookie.token(request, senders.of(request).secure()))
                .ifPresent(sessions::replace);
        return person.map(known -> accounts.again(known, senders.of(request).address()));
    }

    /** Signs out. */
    @Delete
    @Status(HttpStatus.NO_CONTENT)
    @Secured({May.OWN_ACCOUNT, May.FACTOR, May.ENROLMENT, May.PASSWORD})
    @Problems.SignedIn
    HttpResponse<Void> close(HttpRequest<?> request) {
        boolean secure = senders.of(request).secure();
        SessionCookie.token(request, secure).ifPresent(sessions::close);
        return HttpResponse.<Void>noContent().cookie(SessionCookie.gone(secure));
    }

    private MutableHttpResponse<SessionItem> signIn(HttpRequest<?> request, String name, String password) {
        String address = senders.of(request).address();
        return switch (accounts.signIn(name, password, address)) {
            case SignIn.Opened(var person, String token) ->
                opened(request, token).status(HttpStatus.CREATED);
            case SignIn.Wrong wrong -> Answers.problem(request, ProblemKind.WRONG_SIGN_IN);
            case SignIn.Locked(Instant until) -> locked(request, until);
        };
    }

    private MutableHttpResponse<SessionItem> opened(HttpRequest<?> request, String token) {
        return Answers.one(request, sessions.find(token), known -> HttpResponse.ok(SessionItem.of(known))
                .cookie(SessionCookie.holding(token, senders.of(request).secure())));
    }

    private MutableHttpResponse<SessionItem> locked(HttpRequest<?> request, Instant until) {
        long seconds = Math.max(1, Duration.between(time.instant(), until).toSeconds() + 1);
        return Answers.<SessionItem>problem(request, ProblemKind.TOO_MANY_REQUESTS,
                new Problem("", "api.problem.locked", List.of(until.toString())))
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    }
}
