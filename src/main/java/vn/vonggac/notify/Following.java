package vn.vonggac.notify;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.IncidentNews;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Status;
import vn.vonggac.incident.Step;
import vn.vonggac.incident.Step.Deed;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;

/**
 * Makes messages of what was done to incidents. Taking in and writing are one transaction, so nothing is lost and
 * nothing is written twice, whenever the service dies.
 */
@Singleton
class Following {

    private static final int AT_ONCE = 100;
    private static final int LONGEST_DEEDS = 1000;
    /** What whoever was told wants to know next; how far it spreads in detail is for the incident's page. */
    private static final Set<Deed> TOLD = EnumSet.of(Deed.WORSENED, Deed.ACKNOWLEDGED, Deed.CONTAINED,
            Deed.RESTORED, Deed.CLOSED, Deed.SEVERITY_SET, Deed.GRAVITY_SET, Deed.UNSILENCED);
    /** What begins the whole telling again, with everybody who is told only when nobody else acts. */
    private static final Set<Deed> BEGUN_AGAIN = EnumSet.of(Deed.CAME_BACK, Deed.RECURRED,
            Deed.REOPENED);
    /** When what came back may be told: once it is sure, and nobody wants it quiet. */
    private static final Set<Deed> AUDIBLE = EnumSet.of(Deed.CONFIRMED, Deed.UNSILENCED);

    private final IncidentNews news;
    private final Incidents incidents;
    private final Portals portals;
    private final Agencies agencies;
    private final ChannelRows channels;
    private final MessageRows messages;
    private final NotifyConfig config;
    private final InstantSource time;

    Following(IncidentNews news, Incidents incidents, Portals portals, Agencies agencies,
            ChannelRows channels, MessageRows messages, NotifyConfig config, InstantSource time) {
        this.news = news;
        this.incidents = incidents;
        this.portals = portals;
        this.agencies = agencies;
        this.channels = channels;
        this.messages = messages;
        this.config = config;
        this.time = time;
    }

    /** Takes in the next lines; whether there may be more. */
    @Transactional
    boolean step() {
        Map<Long, List<IncidentNews.Line>> taken = news.take(AT_ONCE);
        if (!taken.isEmpty()) {
            List<Channel> open = channels.enabled();
            taken.forEach((incident, lines) -> take(open, incident, lines));
        }
        return !taken.isEmpty();
    }

    private void take(List<Channel> open, long id, List<IncidentNews.Line> lines) {
        incidents.find(Scope.EVERYTHING, id).ifPresent(incident -> portals
                .find(Scope.EVERYTHING, Long.parseLong(incident.portal()))
                .ifPresent(portal -> open.stream().filter(channel -> channel.isFor(portal, agencies))
                        .forEach(channel -> tell(channel, incident, lines))));
    }

    private void tell(Channel channel, Incident incident, List<IncidentNews.Line> lines) {
        List<Message> before = messages.told(channel.id(), incident.id());
        Optional<Deed> begun = begun(incident, before, lines);
        if (audible(channel, incident) && (before.isEmpty() || begun.isPresent())) {
            Instant due = time.instant().plus(Duration.ofMinutes(channel.afterMinutes()));
            add(channel, incident, Message.RAISED + lines.getFirst().number(),
                    begun.map(Deed::id).orElse(""), due);
        } else if (before.stream().anyMatch(Following::reached)) {
            update(channel, incident, before, lines);
        }
    }

    /** Why the telling begins again. */
    private static Optional<Deed> begun(Incident incident, List<Message> before,
            List<IncidentNews.Line> lines) {
        Instant t0 = incident.timeline().t0();
        boolean back = !incident.timeline().earlier().isEmpty()
                && before.stream().allMatch(message -> message.madeAt().isBefore(t0));
        return lines.stream().map(line -> line.step().deed())
                .map(deed -> back && AUDIBLE.contains(deed) ? Deed.CAME_BACK : deed)
                .filter(BEGUN_AGAIN::contains).reduce((first, last) -> last);
    }

    private static boolean audible(Channel channel, Incident incident) {
        return incident.active() && incident.standing().status() != Status.SUSPECTED
                && incident.standing().suppression().isEmpty()
                && incident.severity().compareTo(channel.least()) >= 0;
    }

    /** Whether they know of the incident; one that is not sent yet says how it stands when it is. */
    private static boolean reached(Message message) {
        return message.state() == Message.State.SENT || message.state() == Message.State.GIVEN_UP;
    }

    private void update(Channel channel, Incident incident, List<Message> before,
            List<IncidentNews.Line> lines) {
        List<String> deeds = lines.stream().map(IncidentNews.Line::step).map(Step::deed)
                .filter(TOLD::contains).map(Deed::id).distinct().toList();
        if (deeds.isEmpty()) {
            return;
        }
        Optional<Message> waiting = before.stream()
                .filter(message -> message.state() == Message.State.WAITING
                        && message.event().equals("update"))
                .findFirst();
        boolean joined = waiting.filter(message -> join(message, deeds)).isPresent();
        if (!joined) {
            add(channel, incident, Message.UPDATE + lines.getLast().number(), String.join(",", deeds),
                    time.instant());
        }
    }

    private boolean join(Message waiting, List<String> deeds) {
        String both = Stream.concat(waiting.each().stream(), deeds.stream()).distinct()
                .collect(Collectors.joining(","));
        return both.length() <= LONGEST_DEEDS && messages.join(waiting.id(), both) == 1;
    }

    private void add(Channel channel, Incident incident, String mark, String deeds, Instant due) {
        add(channel.id(), incident.id(), mark, deeds, due);
    }

    /** Once: whoever comes with the same mark later changes nothing. */
    void add(long channel, long incident, String mark, String deeds, Instant due) {
        if (messages.marked(channel, incident, mark) == 0) {
            messages.save(new Message(0, channel, incident, mark, deeds, Message.State.WAITING,
                    time.instant(), due, due, due.plus(config.giveUp()), 0, "", "", "", null, null));
        }
    }
}
