package vn.vonggac.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.vonggac.account.AccessTokens;
import vn.vonggac.account.Sessions;
import vn.vonggac.account.SignedIn;

/**
 * Tells who sends a request: over REST by the token a program sends, on the wallboard by the screen's own, else by the
 * session cookie. What they may do stands as their roles.
 */
@Singleton
public final class SessionAuthentication implements AuthenticationFetcher<HttpRequest<?>> {

    /** The attribute of an authentication that holds the {@link SignedIn}. */
    public static final String SIGNED_IN = "signed-in";

    // what a page left open asks for by itself
    private static final Pattern BY_ITSELF = Pattern.compile("/pulse|.*/(live|events)");
    private static final Set<String> PLACES_BY_THEMSELVES = Set.of("now", "board");
    private static final Pattern BEARER = Pattern.compile("(?i)Bearer +(\\S.*)");

    private final Sessions sessions;
    private final AccessTokens tokens;
    private final Senders senders;
    private final ExecutorService blocking;

    SessionAuthentication(Sessions sessions, AccessTokens tokens, Senders senders,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.senders = senders;
        this.blocking = blocking;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        return says(request)
                ? Mono.fromCallable(() -> find(request))
                        .subscribeOn(Schedulers.fromExecutorService(blocking))
                        .flatMap(Mono::justOrEmpty).map(SessionAuthentication::of)
                : Mono.empty();
    }

    private boolean says(HttpRequest<?> request) {
        return bearer(request).isPresent() || DisplayCookie.token(request).isPresent()
                || cookie(request).isPresent();
    }

    /** Who sends it as far as it says; a program that shows a token is not asked for anything else. */
    public Optional<SignedIn> find(HttpRequest<?> request) {
        Optional<String> bearer = bearer(request);
        return bearer.isPresent()
                ? tokens.find(bearer.get(), senders.of(request).address())
                : DisplayCookie.token(request)
                        .flatMap(token -> tokens.find(token, senders.of(request).address()))
                        .or(() -> cookie(request).flatMap(token -> session(request, token)));
    }

    private Optional<String> cookie(HttpRequest<?> request) {
        return SessionCookie.token(request, senders.of(request).secure());
    }

    private Optional<SignedIn> session(HttpRequest<?> request, String token) {
        return isByItself(request) ? sessions.peek(token) : sessions.find(token);
    }

    private static boolean isByItself(HttpRequest<?> request) {
        return BY_ITSELF.matcher(request.getPath()).matches() || request.getHeaders().findFirst("HX-Trigger")
                .filter(PLACES_BY_THEMSELVES::contains).isPresent();
    }

    private static Optional<String> bearer(HttpRequest<?> request) {
        return request.getPath().startsWith("/api/")
                ? request.getHeaders().findFirst("Authorization").map(BEARER::matcher)
                        .filter(Matcher::matches).map(found -> found.group(1).strip())
                : Optional.empty();
    }

    private static Authentication of(SignedIn signedIn) {
        return Authentication.build(signedIn.person().signInName(), signedIn.rights(),
                Map.of(SIGNED_IN, signedIn));
    }
}
