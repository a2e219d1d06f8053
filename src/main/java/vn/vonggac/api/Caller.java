package vn.vonggac.api;

import io.micronaut.http.HttpRequest;
import java.security.Principal;
import vn.vonggac.portal.Scope;

/** Who asks, with which request, for which agencies, and with which token (its name; empty for a person). */
record Caller(HttpRequest<?> request, String who, Scope scope, String token) implements Principal {

    @Override
    public String getName() {
        return who;
    }
}
