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
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.vonggac.account.Sessions;
import vn.vonggac.account.SignedIn;

/** Tells who sends a request, by the session cookie; what they may do stands as their roles. */
@Singleton
public final class SessionAuthentication implements AuthenticationFetcher<HttpRequest<?>> {

    /** The attribute of an authentication that holds the {@link SignedIn}. */
    public static final String SIGNED_IN = "signed-in";

    // what a page left open asks for by itself
    private static final Set<String> BY_ITSELF = Set.of("/pulse");

    private final Sessions sessions;
    private final ExecutorService blocking;

    SessionAuthentication(Sessions sessions, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.sessions = sessions;
        this.blocking = blocking;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        Optional<String> token = SessionCookie.token(request);
        return token.isEmpty()
                ? Mono.empty()
                : Mono.fromCallable(() -> find(request, token.get()))
                        .subscribeOn(Schedulers.fromExecutorService(blocking))
                        .flatMap(Mono::justOrEmpty).map(SessionAuthentication::of);
    }

    private Optional<SignedIn> find(HttpRequest<?> request, String token) {
        return BY_ITSELF.contains(request.getPath()) ? sessions.peek(token) : sessions.find(token);
    }

    private static Authentication of(SignedIn signedIn) {
        return Authentication.build(signedIn.person().signInName(), signedIn.rights(),
                Map.of(SIGNED_IN, signedIn));
    }
}
