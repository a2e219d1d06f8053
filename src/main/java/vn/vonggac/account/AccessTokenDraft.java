package vn.vonggac.account;

import java.util.Set;

/**
 * A token as its form has it.
 *
 * @param rights words of {@link May}
 * @param agency its code, none for all that its owner sees
 * @param days it is good for
 */
public record AccessTokenDraft(String name, Set<String> rights, String agency, String days) {

    public AccessTokenDraft {
        rights = Set.copyOf(rights);
    }
}
