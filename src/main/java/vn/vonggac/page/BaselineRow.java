package vn.vonggac.page;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** What was learned as its table holds it; {@code state} tells who wrote last. */
@MappedEntity("page_baseline")
@SuppressWarnings("ArrayRecordComponent")
record BaselineRow(@Id @GeneratedValue long id, long portalId, String urlHash, int state, byte[] learned,
        Instant writtenAt) {}
