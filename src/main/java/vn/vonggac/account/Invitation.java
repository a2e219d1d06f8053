package vn.vonggac.account;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** That somebody may come in once and choose a password; the code itself is with them. */
@MappedEntity("invitation")
record Invitation(@Id long personId, String codeHash, Instant expiresAt) {}
