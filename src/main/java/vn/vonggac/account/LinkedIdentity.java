package vn.vonggac.account;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** Who somebody is at the provider, as an administrator said, and the subject that came with it first. */
@MappedEntity("linked_identity")
record LinkedIdentity(@Id long personId, String identity, @Nullable String subject) {}
