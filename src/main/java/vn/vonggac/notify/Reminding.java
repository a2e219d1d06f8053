package vn.vonggac.notify;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vonggac.incident.Clock;
import vn.vonggac.incident.Queue;

/** Reminds whoever was told of an incident before its deadlines run out, and when one has. */
@Singleton
class Reminding {

    private static final String OVER = "over";
    private static final int AT_ONCE = 500;

    private final Queue queue;
    private final MessageRows messages;
    private final Following following;
    private final InstantSource time;

    Reminding(Queue queue, MessageRows messages, Following following, InstantSource time) {
        this.queue = queue;
        this.messages = messages;
        this.following = following;
        this.time = time;
    }

    /** Looks at every clock that runs. What was missed while nobody looked is said once, as it stands now. */
    @Transactional
    void look() {
        Map<Long, List<Clock.Reading>> running = queue.running();
        List<Long> incidents = List.copyOf(running.keySet());
        for (int from = 0; from < incidents.size(); from += AT_ONCE) {
            messages.toldOf(incidents.subList(from, Math.min(incidents.size(), from + AT_ONCE)))
                    .forEach(incident -> running.getOrDefault(incident, List.of())
                            .forEach(clock -> remind(incident, clock)));
        }
    }

    private void remind(long incident, Clock.Reading reading) {
        Instant now = time.instant();
        reached(reading, now)
                .map(warning -> Message.CLOCK + reading.clock().id() + ":" + warning + ":"
                        + reading.due().getEpochSecond())
                .ifPresent(mark -> messages.channels(incident)
                        .forEach(channel -> following.add(channel, incident, mark, "", now)));
    }

    /** The last warning whose moment has come. */
    private static Optional<String> reached(Clock.Reading reading, Instant now) {
        if (reading.overdue(now)) {
            return Optional.of(OVER);
        }
        return reading.clock().warnings().stream()
                .filter(before -> !reading.due().minus(before).isAfter(now)).reduce((first, last) -> last)
                .map(Duration::toString);
    }
}
