package vn.vonggac.notify;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.vonggac.incident.Incident;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;
import vn.vonggac.portal.WatchWindows;

/**
 * Whom a channel reaches about an incident: those it always tells, those of its own roster, and those on duty in the
 * watch windows that run. A line of a window's roster is a person with a telephone or a mail address somewhere in it,
 * or a shift like those of a channel.
 */
@Singleton
final class OnDuty {

    private static final Pattern MAIL = Pattern.compile("[^\\s@<>\",;()]{1,64}@[^\\s@<>\",;()]+");
    private static final Pattern PHONE = Pattern.compile("(?<!\\d)(?:\\+84|0)(?:[ .-]?\\d){8,10}(?!\\d)");

    private final WatchWindows windows;
    private final Portals portals;

    OnDuty(WatchWindows windows, Portals portals) {
        this.windows = windows;
        this.portals = portals;
    }

    List<String> told(Channel channel, Incident incident, Instant at) {
        Stream<String> lines = portals.find(Scope.EVERYTHING, Long.parseLong(incident.portal())).stream()
                .flatMap(portal -> windows.running(Scope.EVERYTHING).stream()
                        .filter(window -> windows.isFor(window, portal)))
                .flatMap(window -> window.roster().lines());
        return Stream.concat(channel.told(at).stream(), lines.flatMap(line -> reached(channel, line, at)))
                .distinct().toList();
    }

    private static Stream<String> reached(Channel channel, String line, Instant at) {
        List<String> said = Roster.wrong(line).isPresent() ? List.of(line) : Roster.read(line).on(at);
        return said.stream().flatMap(words -> address(channel, words).stream());
    }

    /** What of these words a channel can use. */
    private static Optional<String> address(Channel channel, String words) {
        return switch (channel.kind()) {
            case MAIL -> first(MAIL, words);
            case TEMPLATE -> first(PHONE, words).map(phone -> phone.replaceAll("[ .-]", ""));
            case WEBHOOK, CHAT, ROOMS, TELEGRAM, SYSLOG -> Optional.empty();
        };
    }

    private static Optional<String> first(Pattern pattern, String words) {
        Matcher found = pattern.matcher(words);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
