package vn.vonggac.account;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A token as it is kept; the secret itself is with whoever uses it. */
@MappedEntity("access_token")
record AccessTokenRow(@Id @GeneratedValue long id, String name, long personId, String tokenHash,
        String rights,
        @Nullable Long agencyId, Instant createdAt, Instant expiresAt, @Nullable Instant usedAt,
        String usedFrom) {

    static final String BETWEEN = " ";

    AccessToken of(Person owner) {
        return new AccessToken(id, name, owner, Set.of(rights.split(BETWEEN)), Optional.ofNullable(agencyId),
                createdAt, expiresAt, Optional.ofNullable(usedAt), usedFrom);
    }
}
