package vn.vonggac.notify;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.vonggac.incident.Handling;
import vn.vonggac.incident.Handling.Outcome;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.Incidents;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;

/** Letters to the people of a portal, sent by the channel of mail that is told of it, through the outbox. */
@Singleton
public class Letters {

    private final LetterRows rows;
    private final MessageRows messages;
    private final ChannelRows channels;
    private final Following following;
    private final Incidents incidents;
    private final Portals portals;
    private final Agencies agencies;
    private final InstantSource time;

    Letters(LetterRows rows, MessageRows messages, ChannelRows channels, Following following,
            Incidents incidents, Portals portals, Agencies agencies, InstantSource time) {
        this.rows = rows;
        this.messages = messages;
        this.channels = channels;
        this.following = following;
        this.incidents = incidents;
        this.portals = portals;
        this.agencies = agencies;
        this.time = time;
    }

    /** A letter, and what the outbox says of it; nothing where its channel is gone. */
    public record Sent(Letter letter, Optional<Message> message) {}

    /** Whether there is a channel by which letters about a portal go. */
    public boolean possible(long portal) {
        return carrier(portal).isPresent();
    }

    private Optional<Channel> carrier(long portal) {
        return portals.find(Scope.EVERYTHING, portal).flatMap(found -> channels.enabled().stream()
                .filter(channel -> channel.kind() == ChannelKind.MAIL && channel.isFor(found, agencies))
                .findFirst());
    }

    /** Those about an incident, the first first. */
    public List<Sent> of(Scope scope, long incident) {
        if (incidents.find(scope, incident).isEmpty()) {
            return List.of();
        }
        Map<String, Message> byMark = messages.letters(incident).stream()
                .collect(Collectors.toMap(Message::mark, Function.identity(), (first, second) -> second));
        return rows.findByIncidentIdOrderById(incident).stream()
                .map(letter -> new Sent(letter,
                        Optional.ofNullable(byMark.get(Message.LETTER + letter.id()))))
                .toList();
    }

    /**
     * Puts one into the outbox, with its line in the incident's log and on the trail: all three or nothing. Empty where
     * there is no such incident for this writer, or no channel.
     */
    @Transactional
    public Optional<Outcome> send(Scope scope, long incident, Letter.Draft draft, String who) {
        Optional<Channel> channel = incidents.find(scope, incident)
                .flatMap(found -> carrier(Long.parseLong(found.portal())));
        return channel.flatMap(carrier -> incidents
                .handle(scope, incident, found -> noticed(found, draft, who)).map(outcome -> {
                    if (outcome instanceof Outcome.Done) {
                        post(carrier, incident, draft, who);
                    }
                    return outcome;
                }));
    }

    private Outcome noticed(Incident incident, Letter.Draft draft, String who) {
        return Handling.noticed(incident,
                draft.addressee() + " <" + draft.address() + ">: " + draft.subject(),
                new Handling.Word(who, time.instant(), ""));
    }

    private void post(Channel carrier, long incident, Letter.Draft draft, String who) {
        Letter letter = rows.save(new Letter(0, incident, draft.addressee(), draft.address(), draft.subject(),
                draft.body(), who, time.instant()));
        following.add(carrier.id(), incident, Message.LETTER + letter.id(), "", time.instant());
    }
}
