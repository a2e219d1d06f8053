package vn.vonggac.account;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a program or a screen may do in somebody's name, as its owner sees it.
 *
 * @param rights words of {@link May}; of them counts what its owner may do at the moment of use
 * @param agencyId whose agencies it sees, of those that its owner sees; none for all of these
 * @param usedFrom the address of the last use, empty where there was none
 */
public record AccessToken(long id, String name, Person owner, Set<String> rights, Optional<Long> agencyId,
        Instant createdAt, Instant expiresAt, Optional<Instant> usedAt, String usedFrom) {

    public AccessToken {
        rights = Set.copyOf(rights);
    }

    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
