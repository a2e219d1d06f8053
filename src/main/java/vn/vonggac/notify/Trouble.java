package vn.vonggac.notify;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.Severity;

/**
 * Something wrong with the service itself, from when it begins until it is over.
 *
 * @param place the node it is at; empty where it is everybody's
 * @param words what stands in the places of its message, a line each
 * @param toldAt when these words were put into the outbox
 * @param standing names it while it stands, so that of several nodes one tells of it
 */
@MappedEntity("notify_trouble")
public record Trouble(@Id @GeneratedValue long id, Cause cause, String place, Severity severity, String words,
        Instant beganAt, Instant toldAt, @Nullable Instant overAt, @Nullable String standing) {

    /** What is wrong; each has its messages. */
    public enum Cause {
        LATE, THREADS, DISK, AUDIT, INDEX, SIGNATURES, OUTBOX, CLOCK;

        String id() {
            return Slug.of(this);
        }
    }

    List<String> each() {
        return words.lines().toList();
    }
}
