package vn.vonggac.web;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** The service with an empty database in memory, on a port of its own. */
final class RunningDesk implements AutoCloseable {

    private final ApplicationContext context;
    private final EmbeddedServer server;

    RunningDesk() {
        context = ApplicationContext.builder().environments("serve").deduceEnvironment(false).banner(false)
                .singletons(InstantSource.system()).properties(Map.of("micronaut.server.port", -1,
                        "micronaut.router.static-resources.webjars.paths",
                        "classpath:META-INF/resources/webjars",
                        "micronaut.router.static-resources.webjars.mapping", "/webjars/**",
                        "micronaut.router.static-resources.desk.paths", "classpath:desk",
                        "micronaut.router.static-resources.desk.mapping", "/desk/**",
                        "micronaut.security.reject-not-found", false, "micronaut.server.thread-selection",
                        "BLOCKING", "micronaut.security.redirect.enabled", false,
                        "micronaut.security.intercept-url-map",
                        List.of(Map.of("pattern", "/desk/**", "access", List.of("isAnonymous()")),
                                Map.of("pattern", "/webjars/**", "access", List.of("isAnonymous()")))))
                .start();
        server = context.getBean(EmbeddedServer.class).start();
    }

    String address() {
        return server.getURI().toString();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    @Singleton
    static final class Anybody implements AuthenticationFetcher<HttpRequest<?>> {

        @Override
        public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
            return Mono.just(Authentication.build("an"));
        }
    }
}
