package vn.vonggac.notify;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import vn.vonggac.audit.Slug;

/**
 * What one channel is told at one time: of one incident, or of one trouble of the service itself.
 *
 * @param mark why: {@code raised:}, {@code update:}, {@code clock:}, {@code again:}, {@code letter:},
 * {@code trouble:} or {@code over:}, and what makes it the only one
 * @param deeds what was done since the message before
 * @param dueAt when it was first to be sent
 * @param nextAt when it is tried next; while it is being tried, when it would be tried again after a kill
 * @param served who of several has got it
 */
@MappedEntity("notify_message")
public record Message(@Id @GeneratedValue long id, long channelId, @Nullable Long incidentId, String mark,
        String deeds,
        State state, Instant madeAt, Instant dueAt, Instant nextAt, Instant giveUpAt, int attempts,
        String failure, String detail, String served, @Nullable Instant endedAt,
        @Nullable Long troubleId) {

    static final String RAISED = "raised:";
    static final String UPDATE = "update:";
    static final String CLOCK = "clock:";
    static final String AGAIN = "again:";
    static final String LETTER = "letter:";
    static final String TROUBLE = "trouble:";
    static final String OVER = "over:";

    /** What became of it. {@code NEEDLESS}: somebody took the incident before this was due. */
    public enum State {
        WAITING, SENT, GIVEN_UP, NEEDLESS;

        public String id() {
            return Slug.of(this);
        }
    }

    /** Why it is sent, as one word. */
    public String event() {
        return mark.substring(0, mark.indexOf(':'));
    }

    /** The number of its incident, 0 where it is about none. */
    long incident() {
        return incidentId == null ? 0 : incidentId;
    }

    /** What it is about, as the trail and the log name it. */
    String about() {
        return troubleId == null ? "incident:" + incident() : "trouble:" + troubleId;
    }

    /** The number of the letter that it carries to somebody else than those the channel tells. */
    OptionalLong letter() {
        return mark.startsWith(LETTER) ? OptionalLong.of(Long.parseLong(rest())) : OptionalLong.empty();
    }

    /** What follows the reason: a clock's name and how long before, for one. */
    String rest() {
        return mark.substring(mark.indexOf(':') + 1);
    }

    List<String> each() {
        return Arrays.stream(deeds.split(",")).filter(deed -> !deed.isEmpty()).toList();
    }

    List<String> servedEach() {
        return served.lines().toList();
    }
}
