package vn.vonggac.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import vn.vonggac.account.SignedIn;
import vn.vonggac.audit.Source;

/** The sender of the request that is being answered, for the audit trail. */
@Singleton
final class RequestSource implements Source {

    private final Senders senders;

    RequestSource(Senders senders) {
        this.senders = senders;
    }

    @Override
    public String now() {
        return ServerRequestContext.currentRequest().map(this::of).orElse("");
    }

    private String of(HttpRequest<?> request) {
        String token = request.getUserPrincipal(Authentication.class).flatMap(Callers::signedIn)
                .map(SignedIn::token).orElse("");
        String address = senders.of(request).address();
        return token.isEmpty() ? address : address + ", " + token;
    }
}
