package vn.vonggac.api;

import io.micronaut.security.authentication.Authentication;
import vn.vonggac.account.Person;
import vn.vonggac.portal.Scope;

/** Who asks, and for which agencies. */
record Caller(String who, Scope scope) {

    static Caller of(Authentication authentication) {
        return new Caller(authentication.getName(),
                ((Person) authentication.getAttributes().get("person")).scope());
    }
}
