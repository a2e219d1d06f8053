package vn.vonggac.account;

import java.util.Optional;
import java.util.Set;
import vn.vonggac.portal.Scope;

/**
 * Who sends a request, which agencies they see, what they may do there, and what they owe first.
 *
 * @param token the name of the token that a program or a screen acts with, empty for the person themselves
 */
public record SignedIn(Person person, Scope scope, Set<String> rights, Optional<Duty> duty, String token) {

    public SignedIn {
        rights = Set.copyOf(rights);
    }

    public boolean may(String right) {
        return rights.contains(right);
    }
}
