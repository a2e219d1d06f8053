package vn.vonggac.notify;

import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.Messages;
import vn.vonggac.incident.Clock;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Outline;
import vn.vonggac.incident.Queue;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Agency;
import vn.vonggac.portal.Fields;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;
import vn.vonggac.portal.WatchWindow;
import vn.vonggac.portal.WatchWindows;

/** Puts into words what a channel is told: what, where, since when, how bad, what to do, and where to read on. */
@Singleton
final class Wording {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy")
            .withZone(Fields.ZONE);
    private static final int SMS = 160;
    private static final int LONGEST_SUBJECT = 200;

    private final Queue queue;
    private final Incidents incidents;
    private final Portals portals;
    private final Agencies agencies;
    private final WatchWindows windows;
    private final NotifyConfig config;
    private final Provider<EmbeddedServer> server;
    private final InstantSource time;

    Wording(Queue queue, Incidents incidents, Portals portals, Agencies agencies, WatchWindows windows,
            NotifyConfig config,
            Provider<EmbeddedServer> server, InstantSource time) {
        this.queue = queue;
        this.incidents = incidents;
        this.portals = portals;
        this.agencies = agencies;
        this.windows = windows;
        this.config = config;
        this.server = server;
        this.time = time;
    }

    /** What a message says now; empty where its incident or portal is gone. */
    Optional<Telling> of(Message message, Channel channel) {
        return queue.find(Scope.EVERYTHING, message.incident(), "").flatMap(outline -> portals
                .find(Scope.EVERYTHING, outline.portal())
                .map(portal -> telling(message, channel, outline, portal)));
    }

    /** What a person wrote, as they wrote it. */
    Telling of(Message message, Letter letter) {
        return new Telling("message." + message.id(), "letter." + letter.id(), true, message.event(),
                time.instant(), letter.subject(), letter.body(), brief(letter.subject()), "",
                Optional.empty());
    }

    /** What is wrong with the service itself, or was. */
    Telling of(Message message, Channel channel, Trouble trouble) {
        Messages messages = channel.messages();
        String key = "notify.trouble." + trouble.cause().id();
        String what = Words.plain(messages.text(key, trouble.each().toArray()));
        boolean over = message.event().equals("over");
        String headline = over ? messages.text("notify.trouble.over", what) : what;
        Instant ended = Optional.ofNullable(trouble.overAt()).orElseGet(time::instant);
        String when = over
                ? messages.text("notify.trouble.lasted", MINUTE.format(trouble.beganAt()),
                        MINUTE.format(ended))
                : messages.text("notify.text.since", MINUTE.format(trouble.beganAt()));
        String text = headline + ".\n\n" + when + "\n"
                + (over ? "" : messages.text("notify.trouble.next." + trouble.cause().id()) + "\n") + "\n"
                + desk() + "\n";
        return new Telling("message." + message.id(), "trouble." + trouble.id(),
                message.rest().equals(Long.toString(trouble.beganAt().toEpochMilli())), message.event(),
                time.instant(), cut(messages.text("notify.trouble.subject", headline), LONGEST_SUBJECT), text,
                brief("Vong Gac: " + headline), desk(), Optional.empty());
    }

    /** That somebody tries a channel out. */
    Telling test(Channel channel, String who) {
        Messages messages = channel.messages();
        Instant now = time.instant();
        String text = messages.text("notify.test.text", channel.name(), who, MINUTE.format(now));
        return new Telling("test." + channel.id() + "." + now.toEpochMilli(), "test." + channel.id(), true,
                "test", now, messages.text("notify.test.subject", channel.name()), text, brief(text), desk(),
                Optional.empty());
    }

    private Telling telling(Message message, Channel channel, Outline outline, Portal portal) {
        Messages messages = channel.messages();
        String headline = headline(messages, outline);
        String severity = messages.text("incident.severity." + Slug.of(outline.severity()));
        String subject = cut(Words.plain(messages.text("notify.subject", outline.id(), severity, headline)),
                LONGEST_SUBJECT);
        String link = desk() + "/incidents/" + outline.id();
        Telling.Facts facts = new Telling.Facts(outline, agency(portal), portal.home(), message.each());
        String news = news(messages, message, outline);
        return new Telling("message." + message.id(), "incident." + outline.id(),
                message.event().equals("raised") && message.each().isEmpty(), message.event(), time.instant(),
                subject,
                text(messages, headline, news, outline, portal, link),
                brief("Vong Gac #" + outline.id() + " " + severity + ": " + news + " " + headline), link,
                Optional.of(facts));
    }

    static String headline(Messages messages, Outline outline) {
        String first = outline.domains().isEmpty() ? "" : Words.inert(outline.domains().getFirst());
        return outline.headline(messages, Words.plain(outline.named()), first);
    }

    /** What this message is about, where it is not the first. */
    private String news(Messages messages, Message message, Outline outline) {
        return switch (message.event()) {
            case "clock" -> clock(messages, message.rest(), outline);
            case "again" -> messages.text("notify.again", MINUTE.format(outline.t0()));
            default -> String.join("; ",
                    message.each().stream().map(deed -> messages.text("incident.deed." + deed)).toList());
        };
    }

    private String clock(Messages messages, String mark, Outline outline) {
        String id = mark.split(":", 2)[0];
        return incidents.clocks(Scope.EVERYTHING, outline.id()).stream()
                .filter(reading -> reading.running() && reading.clock().id().equals(id)).findFirst()
                .map(reading -> due(messages, reading))
                .orElseGet(() -> messages.text("notify.clock.stopped", name(messages, id)));
    }

    /** A clock by its name; one that an operator added by its own. */
    private static String name(Messages messages, String clock) {
        String key = "incident.clock." + clock;
        return messages.has(key) ? messages.text(key) : clock;
    }

    private String due(Messages messages, Clock.Reading reading) {
        String name = name(messages, reading.clock().id());
        Duration left = reading.left(time.instant());
        return messages.text(left.isNegative() ? "notify.clock.over" : "notify.clock.left", name,
                MINUTE.format(reading.due()), left.abs().toHours(), left.abs().toMinutesPart());
    }

    private String text(Messages messages, String headline, String news, Outline outline, Portal portal,
            String link) {
        List<String> lines = new ArrayList<>();
        Stream.of(news).filter(text -> !text.isEmpty()).forEach(text -> {
            lines.add(text);
            lines.add("");
        });
        lines.add(headline + ".");
        lines.add("");
        lines.add(messages.text("notify.text.severity",
                messages.text("incident.severity." + Slug.of(outline.severity()))));
        lines.add(messages.text("notify.text.status",
                messages.text("incident.status." + Slug.of(outline.status()))));
        lines.add(
                messages.text("notify.text.portal", Words.plain(portal.name()), Words.plain(agency(portal))));
        lines.add(messages.text("notify.text.page", Words.inert(outline.firstPage())));
        planted(messages, outline).ifPresent(lines::add);
        lines.add(messages.text("notify.text.since", MINUTE.format(outline.t0())));
        outline.next().map(reading -> due(messages, reading)).ifPresent(lines::add);
        lines.add(messages.text("notify.text.next", messages.text("notify.next." + outline.kind().id())));
        rosters(messages, portal).forEach(lines::add);
        lines.add("");
        lines.add(link);
        return String.join("\n", lines) + "\n";
    }

    private static Optional<String> planted(Messages messages, Outline outline) {
        return outline.domains().isEmpty()
                ? Optional.empty()
                : Optional.of(messages.text("notify.text.hosts", String.join(", ",
                        outline.domains().stream().map(Words::inert).toList()), outline.planted()));
    }

    /** Who is on duty in the watch windows that run. */
    private List<String> rosters(Messages messages, Portal portal) {
        return windows.running(Scope.EVERYTHING).stream()
                .filter(window -> !window.roster().isBlank() && windows.isFor(window, portal))
                .map((WatchWindow window) -> messages.text("notify.text.roster", window.name(),
                        String.join(", ", window.roster().lines().toList())))
                .toList();
    }

    private String agency(Portal portal) {
        return agencies.find(Scope.EVERYTHING, portal.agencyId()).map(Agency::name).orElse("");
    }

    /** Where the desk is, without a slash at its end. */
    private String desk() {
        String address = config.address().isBlank() ? server.get().getURI().toString() : config.address();
        return address.strip().replaceFirst("/+$", "");
    }

    /** As an old telephone shows it. */
    private static String brief(String text) {
        String plain = Normalizer.normalize(text.replace('\n', ' '), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "").replace('đ', 'd').replace('Đ', 'D')
                .replaceAll("[^\\x20-\\x7e]", " ").replaceAll(" {2,}", " ");
        return cut(plain.strip(), SMS);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
