package vn.vonggac.notify;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vonggac.detect.Severity;
import vn.vonggac.incident.Gravity;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Status;
import vn.vonggac.portal.Scope;

/**
 * Sends one message: first it is marked as tried, then it is tried, so that a kill in between leaves it to be tried
 * again after its pause, and nobody tries it meanwhile.
 */
@Singleton
class Delivering {

    private static final Logger LOG = LoggerFactory.getLogger(Delivering.class);
    private static final int LONGEST_DETAIL = 500;

    private final MessageRows rows;
    private final LetterRows letters;
    private final ThreadRows threads;
    private final TroubleRows troubles;
    private final Following following;
    private final Incidents incidents;
    private final Wording wording;
    private final Couriers couriers;
    private final OnDuty onDuty;
    private final NotifyConfig config;
    private final InstantSource time;

    Delivering(MessageRows rows, LetterRows letters, ThreadRows threads, TroubleRows troubles,
            Following following,
            Incidents incidents,
            Wording wording, Couriers couriers, OnDuty onDuty,
            NotifyConfig config, InstantSource time) {
        this.rows = rows;
        this.letters = letters;
        this.threads = threads;
        this.troubles = troubles;
        this.following = following;
        this.incidents = incidents;
        this.wording = wording;
        this.couriers = couriers;
        this.onDuty = onDuty;
        this.config = config;
        this.time = time;
    }

    Delivery test(Channel channel, String who) {
        return couriers.send(channel, wording.test(channel, who), channel.told(time.instant()),
                new Round(done -> {
                }, List.of(), Threads.NONE));
    }

    /** Tries it, where it is still to be sent, and now. */
    void deliver(Channel channel, Message message) {
        Long trouble = message.troubleId();
        if (trouble == null) {
            deliverOfIncident(channel, message);
        } else {
            troubles.findById(trouble).ifPresent(found -> deliver(channel, message, found));
        }
    }

    private void deliver(Channel channel, Message message, Trouble trouble) {
        Instant now = time.instant();
        Optional<Instant> quiet = trouble.severity() == Severity.CRITICAL
                ? Optional.empty()
                : channel.quiet().flatMap(hours -> hours.until(now));
        if (quiet.isPresent()) {
            rows.putOff(message.id(), message.attempts(), quiet.get(), quiet.get().plus(config.giveUp()));
        } else if (claim(message, now)) {
            Round round = new Round(served -> rows.served(message.id(), served), message.servedEach(),
                    Threads.NONE);
            switch (couriers.send(channel, wording.of(message, channel, trouble), channel.told(now), round)) {
                case Delivery.Sent sent ->
                    rows.end(message.id(), Message.State.SENT.name(), "", cut(sent.detail()), time.instant());
                case Delivery.Failed failed -> failed(channel, message, failed, time.instant());
            }
        }
    }

    private boolean claim(Message message, Instant now) {
        Instant next = now.plus(config.pause(message.attempts() + 1));
        return rows.claim(message.id(), message.attempts(), message.nextAt(), next) == 1;
    }

    private void deliverOfIncident(Channel channel, Message message) {
        Optional<Incident> incident = incidents.find(Scope.EVERYTHING, message.incident());
        if (incident.isEmpty() || isNeedless(channel, message, incident.get())) {
            rows.end(message.id(), Message.State.NEEDLESS.name(), "", "", time.instant());
            return;
        }
        Optional<Instant> quiet = message.letter().isPresent()
                ? Optional.empty()
                : quietUntil(channel, incident.get());
        if (quiet.isPresent()) {
            rows.putOff(message.id(), message.attempts(), quiet.get(), quiet.get().plus(config.giveUp()));
        } else {
            attempt(channel, message, incident.get());
        }
    }

    /** Somebody took the incident before whoever comes later in the line was told, or was told again. */
    private static boolean isNeedless(Channel channel, Message message, Incident incident) {
        boolean onlyIfNobodyActs = message.event().equals("again")
                || message.event().equals("raised") && channel.afterMinutes() > 0;
        return onlyIfNobodyActs && isTaken(incident);
    }

    private static boolean isTaken(Incident incident) {
        Status status = incident.standing().status();
        return status != Status.OPEN && status != Status.SUSPECTED;
    }

    private Optional<Instant> quietUntil(Channel channel, Incident incident) {
        boolean urgent = incident.severity() == Severity.CRITICAL
                || incident.standing().gravity() != Gravity.ORDINARY;
        return urgent ? Optional.empty() : channel.quiet().flatMap(quiet -> quiet.until(time.instant()));
    }

    private void attempt(Channel channel, Message message, Incident incident) {
        Instant now = time.instant();
        if (claim(message, now)) {
            send(channel, message, incident, now).ifPresentOrElse(
                    delivery -> settle(channel, message, incident, delivery),
                    () -> rows.end(message.id(), Message.State.NEEDLESS.name(), "", "", now));
        }
    }

    /** Empty where there is nothing to say any more. */
    private Optional<Delivery> send(Channel channel, Message message, Incident incident, Instant now) {
        if (message.letter().isPresent()) {
            return letters.findById(message.letter().getAsLong()).map(letter -> couriers.send(channel,
                    wording.of(message, letter), letter.address()));
        }
        return wording.of(message, channel)
                .map(telling -> couriers.send(channel, telling, onDuty.told(channel, incident, now),
                        new Round(served -> rows.served(message.id(), served), message.servedEach(),
                                Threads.kept(threads, channel.id(), message.incident()))));
    }

    private void settle(Channel channel, Message message, Incident incident, Delivery delivery) {
        Instant now = time.instant();
        switch (delivery) {
            case Delivery.Sent sent -> {
                rows.end(message.id(), Message.State.SENT.name(), "", cut(sent.detail()), now);
                repeat(channel, message, incident, now);
            }
            case Delivery.Failed failed -> failed(channel, message, failed, now);
        }
    }

    private void failed(Channel channel, Message message, Delivery.Failed failed, Instant now) {
        String detail = cut(failed.detail());
        if (now.isBefore(message.giveUpAt())) {
            rows.failed(message.id(), failed.reason().id(), detail);
            LOG.warn("Message {} to channel {} was not sent ({} {}); it is tried again", message.id(),
                    channel.id(), failed.reason().id(), detail);
        } else {
            rows.end(message.id(), Message.State.GIVEN_UP.name(), failed.reason().id(), detail, now);
            LOG.error("Message {} of {} to channel {} is given up after {} attempts ({} {})",
                    message.id(), message.about(), channel.id(), message.attempts() + 1,
                    failed.reason().id(), detail);
        }
    }

    /** Until somebody takes it. */
    private void repeat(Channel channel, Message message, Incident incident, Instant now) {
        boolean calls = message.event().equals("raised") || message.event().equals("again");
        if (calls && channel.againMinutes() > 0 && !isTaken(incident)) {
            following.add(channel.id(), message.incident(), Message.AGAIN + message.id(), "",
                    now.plus(Duration.ofMinutes(channel.againMinutes())));
        }
    }

    private static String cut(String text) {
        String plain = Words.plain(text);
        return plain.length() <= LONGEST_DETAIL ? plain : plain.substring(0, LONGEST_DETAIL);
    }
}
