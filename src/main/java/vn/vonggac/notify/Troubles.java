package vn.vonggac.notify;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import vn.vonggac.detect.Severity;

/**
 * Tells those who run the service what is wrong with it: once when it begins, anew when much of it changed, once when it
 * is over, by every channel that is for all agencies, through the outbox. Agencies are not told.
 */
@Singleton
public class Troubles {

    /** Other words for the same are told this long after the last. */
    private static final Duration ANEW = Duration.ofMinutes(15);
    private static final int LONGEST = 2_000;

    private final TroubleRows rows;
    private final MessageRows messages;
    private final ChannelRows channels;
    private final NotifyConfig config;
    private final InstantSource time;

    Troubles(TroubleRows rows, MessageRows messages, ChannelRows channels, NotifyConfig config,
            InstantSource time) {
        this.rows = rows;
        this.messages = messages;
        this.channels = channels;
        this.config = config;
        this.time = time;
    }

    /**
     * It stands. Who says so again changes nothing, unless in other words a while after the last.
     *
     * @param place the node it is at; empty where any node may see it
     * @param words what stands in the places of its message, a line each
     * @return whether these words were told; where not yet, they are to be said again later
     */
    @Transactional
    public boolean stands(Trouble.Cause cause, String place, Severity severity, String words) {
        Instant now = time.instant();
        String said = words.substring(0, Math.min(words.length(), LONGEST));
        String standing = standing(cause, place);
        boolean begins = rows.begin(cause.name(), place, severity.name(), said, now, standing) == 1;
        Optional<Trouble> known = rows.findByStanding(standing);
        if (begins) {
            known.ifPresent(this::tell);
        } else {
            known.filter(before -> !before.words().equals(said) && isTime(before, severity, now)
                    && rows.say(before.id(), said, severity.name(), now, before.toldAt()) == 1)
                    .flatMap(before -> rows.findById(before.id())).ifPresent(this::tell);
        }
        return rows.findByStanding(standing).filter(after -> after.words().equals(said)).isPresent();
    }

    /** What became worse is told at once. A clock that ran ahead may have been set right meanwhile. */
    private static boolean isTime(Trouble known, Severity severity, Instant now) {
        return severity.compareTo(known.severity()) > 0
                || Duration.between(known.toldAt(), now).abs().compareTo(ANEW) >= 0;
    }

    private static String standing(Trouble.Cause cause, String place) {
        return cause.id() + "@" + place;
    }

    private void tell(Trouble trouble) {
        open(trouble)
                .forEach(channel -> add(channel, trouble, Message.TROUBLE + trouble.toldAt().toEpochMilli(),
                        trouble.toldAt().plus(Duration.ofMinutes(channel.afterMinutes()))));
    }

    private List<Channel> open(Trouble trouble) {
        return channels.enabled().stream()
                .filter(channel -> channel.agencyId() == null
                        && trouble.severity().compareTo(channel.least()) >= 0)
                .toList();
    }

    private void add(Channel channel, Trouble trouble, String mark, Instant due) {
        messages.save(new Message(0, channel.id(), null, mark, "", Message.State.WAITING, time.instant(), due,
                due, due.plus(config.giveUp()), 0, "", "", "", null, trouble.id()));
    }

    /** It does not stand, or no longer. */
    @Transactional
    public void over(Trouble.Cause cause, String place) {
        Instant now = time.instant();
        Optional<Trouble> ended = rows.findByStanding(standing(cause, place))
                .filter(known -> rows.over(known.id(), now) == 1);
        ended.ifPresent(trouble -> {
            messages.needless(trouble.id(), now);
            channels.enabled().stream().filter(channel -> messages.toldOf(channel.id(), trouble.id()) > 0)
                    .forEach(channel -> add(channel, trouble, Message.OVER + now.toEpochMilli(), now));
        });
    }

    List<Trouble> standing() {
        return rows.standing();
    }
}
