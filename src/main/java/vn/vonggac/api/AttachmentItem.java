package vn.vonggac.api;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import vn.vonggac.incident.Attachment;

/**
 * A file that somebody added to an incident.
 *
 * @param size in bytes
 * @param sha256 of its bytes
 */
@Serdeable
@Schema(name = "Attachment")
record AttachmentItem(long id, String name, long size, String sha256, String author, Instant at) {

    static AttachmentItem of(Attachment attachment) {
        return new AttachmentItem(attachment.id(), attachment.name(), attachment.size(), attachment.hash(),
                attachment.author(), attachment.at());
    }
}
