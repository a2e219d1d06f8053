package vn.vonggac.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.vonggac.account.Sessions;
import vn.vonggac.api.Sender;
import vn.vonggac.api.Senders;
import vn.vonggac.api.SessionCookie;

/** Where somebody comes from, and the cookie with which they go in. */
@Singleton
final class Doorstep {

    private final Senders senders;
    private final Sessions sessions;

    Doorstep(Senders senders, Sessions sessions) {
        this.senders = senders;
        this.sessions = sessions;
    }

    String address(HttpRequest<?> request) {
        return senders.of(request).address();
    }

    /** As the browser names this service. */
    String origin(HttpRequest<?> request) {
        Sender sender = senders.of(request);
        return (sender.secure() ? "https://" : "http://") + sender.host();
    }

    boolean secure(HttpRequest<?> request) {
        return senders.of(request).secure();
    }

    /** The session that this request came with, whether it still runs or not. */
    Optional<String> token(HttpRequest<?> request) {
        return SessionCookie.token(request, secure(request));
    }

    /** The session of this request is over. */
    void leave(HttpRequest<?> request) {
        token(request).ifPresent(sessions::replace);
    }

    /** Signed out, back where one signs in. */
    HttpResponse<String> out(HttpRequest<?> request) {
        return Reply.done("/sign-in", "signed-out").cookie(SessionCookie.gone(secure(request)));
    }

    /** The same page, under a session that nobody held before. */
    HttpResponse<String> keep(HttpRequest<?> request, String token, MutableHttpResponse<String> page) {
        return page.cookie(SessionCookie.holding(token, secure(request)));
    }

    /** On to the page that was asked for, under a session that nobody held before. */
    HttpResponse<String> enter(HttpRequest<?> request, String token, String to) {
        return keep(request, token, Reply.goTo(Address.ownPath(to)));
    }
}
