package vn.vonggac.api;

import io.micronaut.http.HttpRequest;
import java.security.Principal;
import vn.vonggac.portal.Scope;

/** Who asks, with which request, and for which agencies. */
record Caller(HttpRequest<?> request, String who, Scope scope) implements Principal {

    @Override
    public String getName() {
        return who;
    }
}
