package vn.vonggac.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.vonggac.account.Person;
import vn.vonggac.account.Sessions;

/** Tells who sends a request, by the session cookie. */
@Singleton
final class SessionAuthentication implements AuthenticationFetcher<HttpRequest<?>> {

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
                : Mono.fromCallable(() -> sessions.find(token.get()))
                        .subscribeOn(Schedulers.fromExecutorService(blocking))
                        .flatMap(Mono::justOrEmpty).map(SessionAuthentication::of);
    }

    private static Authentication of(Person person) {
        return Authentication.build(person.signInName(), List.of(person.role().name()),
                Map.of("person", person));
    }
}
