package vn.vonggac.notify;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * What somebody wrote to the people of a portal about an incident, kept as it was sent.
 *
 * @param addressee whose address it is
 */
@MappedEntity("notify_letter")
public record Letter(@Id @GeneratedValue long id, long incidentId, String addressee, String address,
        String subject, String body, String author, Instant writtenAt) {

    public static final int LONGEST_SUBJECT = 200;
    public static final int LONGEST_BODY = 4000;

    /** One to be written. */
    public record Draft(String addressee, String address, String subject, String body) {}
}
