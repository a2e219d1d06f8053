package vn.vonggac.notify;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vonggac.audit.Audit;
import vn.vonggac.portal.Listed;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Scope;

/**
 * The messages that wait, in the database: nothing is known in memory that a node which takes over would need. Each
 * channel is served by itself, one message after the other, so that one that hangs holds back no other.
 */
@Singleton
public class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final Duration BETWEEN_REMINDERS = Duration.ofMinutes(1);
    private static final int AT_ONCE = 20;
    private static final long TO_END = 5;

    private final Following following;
    private final Reminding reminding;
    private final Delivering delivering;
    private final ChannelRows channels;
    private final MessageRows rows;
    private final NotifyConfig config;
    private final InstantSource time;
    private final Audit audit;
    private final Set<Long> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService couriers = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("courier-", 0).factory());
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("outbox").daemon().factory());
    private Instant reminded = Instant.EPOCH;

    Outbox(Following following, Reminding reminding, Delivering delivering, ChannelRows channels,
            MessageRows rows, NotifyConfig config, InstantSource time, Audit audit) {
        this.following = following;
        this.reminding = reminding;
        this.delivering = delivering;
        this.channels = channels;
        this.rows = rows;
        this.config = config;
        this.time = time;
        this.audit = audit;
    }

    /** Another word once a message was made, tried, sent or given up. */
    public String mark() {
        MessageRows.Standing standing = rows.standing();
        return standing.newest() + "-" + standing.waiting() + "-" + standing.attempts() + "-"
                + standing.lost();
    }

    /** Begins, where this node is one that tells. */
    @EventListener
    void start(ServerStartupEvent up) {
        if (config.enabled()) {
            long pause = config.beat().toMillis();
            beat.scheduleWithFixedDelay(this::turn, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    private void turn() {
        try {
            takeIn();
            rows.dueChannels(time.instant()).stream().filter(busy::add)
                    .forEach(channel -> couriers.execute(() -> serveThenRest(channel)));
        } catch (RuntimeException e) {
            LOG.error("The outbox broke off; it goes on in {}", config.beat(), e);
        }
    }

    /** Makes messages of what happened, and of clocks that are about to run out. */
    void takeIn() {
        boolean more = true;
        while (more) {
            more = following.step();
        }
        Instant now = time.instant();
        // either way: a clock that ran ahead may have been set right
        if (Duration.between(reminded, now).abs().compareTo(BETWEEN_REMINDERS) >= 0) {
            reminded = now;
            reminding.look();
            rows.forget(now.minus(config.keep()));
        }
    }

    private void serveThenRest(long channel) {
        try {
            serve(channel);
        } catch (RuntimeException e) {
            LOG.error("Channel {} broke; it is served again", channel, e);
        } finally {
            busy.remove(channel);
        }
    }

    /** Sends what is due on a channel. */
    void serve(long channel) {
        channels.findById(channel).filter(Channel::enabled).ifPresent(open -> rows
                .due(channel, time.instant(), AT_ONCE).forEach(message -> delivering.deliver(open, message)));
    }

    /** What is due on all channels, one after the other. */
    void serveAll() {
        rows.dueChannels(time.instant()).forEach(this::serve);
    }

    /** What waits and what was given up first, then the newest; {@code state} empty for all. */
    public Listed<Message> list(Scope scope, Optional<Message.State> state, int size, long skip) {
        String wanted = state.map(Enum::name).orElse("");
        return new Listed<>(rows.list(scope.everything(), scope.ids(), wanted, size, skip),
                rows.count(scope.everything(), scope.ids(), wanted));
    }

    public long count(Scope scope, Message.State state) {
        return rows.count(scope.everything(), scope.ids(), state.name());
    }

    /** Tries one that waits, or was given up, again at once. */
    public Outcome<Message> again(Scope scope, long id, String who) {
        Optional<Message> message = rows.findById(id).filter(
                found -> channels.findById(found.channelId()).filter(channel -> sees(scope, channel))
                        .isPresent());
        Instant now = time.instant();
        boolean moved = message.isPresent() && rows.again(id, now, now.plus(config.giveUp())) == 1;
        if (moved) {
            audit.record(who, "notify.act.message-again", "message:" + id,
                    message.get().about());
        }
        return message.<Outcome<Message>>map(Outcome.Saved::new).orElseGet(Outcome.Absent::new);
    }

    private static boolean sees(Scope scope, Channel channel) {
        Long agency = channel.agencyId();
        return agency == null ? scope.everything() : scope.includes(agency);
    }

    /** How the outbox stands, over all agencies. */
    public Standing standing() {
        Instant now = time.instant();
        Instant eldest = rows.eldest(now);
        return new Standing(rows.waiting(now),
                eldest == null ? Duration.ZERO : Duration.between(eldest, now),
                rows.givenUp(now.minus(Duration.ofDays(1))));
    }

    /**
     * How many messages are late, for how long the eldest is, and how many were given up within a day.
     */
    public record Standing(long waiting, Duration eldest, long givenUp) {}

    /** What is being sent has some seconds to end; what is not is tried again after its pause. */
    @PreDestroy
    void stop() {
        beat.shutdown();
        couriers.shutdown();
        try {
            if (!couriers.awaitTermination(TO_END, TimeUnit.SECONDS)) {
                couriers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
