package vn.vonggac.incident;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A file that somebody added to an incident: the photo of a screen, the letter that told of it. {@code hash} is the
 * SHA-256 of its bytes, by which they are kept.
 */
@MappedEntity("incident_attachment")
public record Attachment(@Id @GeneratedValue long id, long incidentId, String name, String hash, long size,
        String author, Instant at) {

    /** The header that makes a browser keep it instead of showing it, whatever it is. */
    public String disposition() {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"attachment-" + id + ".bin\"; filename*=UTF-8''" + encoded;
    }
}
