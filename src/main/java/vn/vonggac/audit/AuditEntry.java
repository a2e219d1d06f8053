package vn.vonggac.audit;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** Who did what to which object, and when. */
@MappedEntity("audit_entry")
public record AuditEntry(@Id @GeneratedValue long id, Instant at, String who, String action, String object,
        String detail) {}
