package vn.vonggac.api;

import io.micronaut.security.authentication.Authentication;
import java.util.Objects;
import vn.vonggac.account.Person;
import vn.vonggac.portal.Scope;

/** Who asks, and for which agencies. */
record Caller(String who, Scope scope) {

    static Caller of(Authentication authentication) {
        Person person = (Person) Objects.requireNonNull(authentication.getAttributes().get("person"));
        return new Caller(authentication.getName(), person.scope());
    }
}
