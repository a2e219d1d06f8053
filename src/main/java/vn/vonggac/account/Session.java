package vn.vonggac.account;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A device that is signed in; the token itself is in the person's cookie only. */
@MappedEntity("session")
record Session(@Id @GeneratedValue long id, String tokenHash, long personId, Instant createdAt,
        Instant usedAt, String address, boolean factorGiven) {}
