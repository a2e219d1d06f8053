package vn.vonggac.account;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** Somebody's second factor: the secret as it is kept, since when it counts, and the step of the last code that was taken. */
@MappedEntity("factor")
record Factor(@Id long personId, String secret, @Nullable Instant confirmedAt, long lastStep) {

    boolean confirmed() {
        return confirmedAt != null;
    }
}
