package vn.vonggac.api;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import vn.vonggac.audit.AuditEntry;

/**
 * Who did what to which object, and when.
 *
 * @param object such as portal:12
 * @param source where it came from: a network address and, after a comma, the name of a token
 */
@Serdeable
@Schema(name = "AuditLine")
record AuditLine(long id, Instant at, String who, String action, String object, String detail,
        String source) {

    static AuditLine of(AuditEntry entry) {
        return new AuditLine(entry.id(), entry.at(), entry.who(), entry.action(), entry.object(),
                entry.detail(), entry.source());
    }
}
