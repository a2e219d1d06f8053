package vn.vonggac.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import vn.vonggac.api.Senders;
import vn.vonggac.api.SessionCookie;

/** Where somebody comes from, and the cookie with which they go in. */
@Singleton
final class Doorstep {

    private final Senders senders;

    Doorstep(Senders senders) {
        this.senders = senders;
    }

    String address(HttpRequest<?> request) {
        return senders.of(request).address();
    }

    /** On to the page that was asked for, under a session that nobody held before. */
    HttpResponse<String> enter(HttpRequest<?> request, String token, String to) {
        return Reply.goTo(Address.ownPath(to))
                .cookie(SessionCookie.holding(token, senders.of(request).secure()));
    }
}
