package vn.vonggac.account;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Somebody who may sign in.
 *
 * @param agencyId whose agencies they see, with all below; none: every agency there is
 * @param passwordHash empty as long as they have not come in with their code
 * @param reviewedAt when somebody last said that these rights are still right
 */
@MappedEntity("person")
public record Person(@Id @GeneratedValue long id, String signInName, String fullName, Role role,
        @Nullable Long agencyId, String passwordHash, Instant createdAt, @Nullable Instant disabledAt,
        @Nullable Instant signedInAt, @Nullable Instant passwordAt, @Nullable Instant reviewedAt) {

    public boolean invited() {
        return passwordHash.isEmpty();
    }

    public boolean disabled() {
        return disabledAt != null;
    }

    /** When they were last heard of. */
    public Instant seenAt() {
        return latest(createdAt, signedInAt, passwordAt);
    }

    /** Since when nobody has looked at what they may do. */
    public Instant unreviewedSince() {
        return latest(createdAt, reviewedAt);
    }

    private static Instant latest(@Nullable Instant... moments) {
        return Stream.of(moments).filter(Objects::nonNull).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    @Override
    public String toString() {
        return "Person[" + signInName + "]";
    }
}
