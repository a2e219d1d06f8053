package vn.vonggac.audit;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * Who did what to which object, and when.
 *
 * @param source where it came from: a network address, a token; empty for the service itself
 * @param seal what ties this line to the one before; empty on a line from before there were seals
 */
@MappedEntity("audit_entry")
public record AuditEntry(@Id @GeneratedValue long id, Instant at, String who, String action, String object,
        String detail, String source, String seal) {

    AuditEntry sealed(String with) {
        return new AuditEntry(id, at, who, action, object, detail, source, with);
    }
}
