package vn.vonggac.account;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** How often in a row somebody or something failed, and until when it is not listened to. */
@MappedEntity("guess")
record Guess(@Id String subject, int failures, Instant failedAt, @Nullable Instant lockedUntil) {

    boolean locked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }
}
