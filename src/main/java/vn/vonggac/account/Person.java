package vn.vonggac.account;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import vn.vonggac.portal.Scope;

/** Somebody who may sign in, and how often in a row it failed. */
@MappedEntity("person")
public record Person(@Id @GeneratedValue long id, String signInName, String fullName, Role role,
        String passwordHash,
        Instant createdAt, @Nullable Instant disabledAt, int failures, @Nullable Instant lockedUntil) {

    /** What a person may do. */
    public enum Role {
        ADMINISTRATOR
    }

    /** An administrator sees every agency. */
    public Scope scope() {
        return Scope.EVERYTHING;
    }

    Person failed(int times, @Nullable Instant until) {
        return new Person(id, signInName, fullName, role, passwordHash, createdAt, disabledAt, times, until);
    }

    boolean locked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }
}
