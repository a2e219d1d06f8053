package vn.vonggac.watch;

import vn.vonggac.portal.Scope;

/**
 * Who asks for a check.
 *
 * @param who how the audit trail names them
 * @param token the name of the token a program asks with, empty for a person at the desk
 */
public record Asker(String who, String token, Scope scope) {

    public static Asker person(String who, Scope scope) {
        return new Asker(who, "", scope);
    }
}
