package vn.vonggac.corpus;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a signature found in everything that had been read when it came into force: on how many portals and pages, how
 * many of these said it still, and since when; {@code complaint} says why it could not be hunted, if so.
 */
@MappedEntity("signature_hunt")
public record SignatureHunt(@Id String signature, String queryHash, Instant huntedAt, int portals, int pages,
        int stillThere, @Nullable Instant firstSeen, String complaint) {}
