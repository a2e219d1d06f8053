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
import vn.vonggac.account.Accounts;
import vn.vonggac.account.May;
import vn.vonggac.account.Sessions;
import vn.vonggac.account.SignIn;
import vn.vonggac.portal.Fields;
import vn.vonggac.portal.Problem;

/** Signing in and out, by the same way as on the desk: the same lock after too many failures, the same trail. */
@Controller("/api/v1/session")
@Problems.Any
final class SessionRoutes {

    private static final int LONGEST = 200;

    private final Accounts accounts;
    private final Sessions sessions;
    private final Senders senders;
    private final InstantSource time;

    SessionRoutes(Accounts accounts, Sessions sessions, Senders senders, InstantSource time) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.senders = senders;
        this.time = time;
    }

    /** Name and password. */
    @Schema(name = "SignIn")
    record Credentials(String name, String password) {}

    /** Who is signed in. */
    @Get
    @Secured(May.READ)
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

    /** Signs out. */
    @Delete
    @Status(HttpStatus.NO_CONTENT)
    @Secured({May.OWN_ACCOUNT, May.PASSWORD})
    @Problems.SignedIn
    HttpResponse<Void> close(HttpRequest<?> request) {
        SessionCookie.token(request).ifPresent(sessions::close);
        return HttpResponse.<Void>noContent().cookie(SessionCookie.gone());
    }

    private MutableHttpResponse<SessionItem> signIn(HttpRequest<?> request, String name, String password) {
        String address = senders.of(request).address();
        return switch (accounts.signIn(name, password, address)) {
            case SignIn.Opened(var person, String token) -> Answers.one(request, sessions.find(token),
                    known -> HttpResponse.created(SessionItem.of(known)).cookie(
                            SessionCookie.holding(token, senders.of(request).secure())));
            case SignIn.Wrong wrong -> Answers.problem(request, ProblemKind.WRONG_SIGN_IN);
            case SignIn.Locked(Instant until) -> locked(request, until);
        };
    }

    private MutableHttpResponse<SessionItem> locked(HttpRequest<?> request, Instant until) {
        long seconds = Math.max(1, Duration.between(time.instant(), until).toSeconds() + 1);
        return Answers.<SessionItem>problem(request, ProblemKind.TOO_MANY_REQUESTS,
                new Problem("", "api.problem.locked", List.of(until.toString())))
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    }
}
