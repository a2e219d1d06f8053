package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vn.vonggac.detect.Severity;
import vn.vonggac.notify.Trouble.Cause;
import vn.vonggac.notify.Troubles;

/**
 * Tells those who run the service what the watchdog and the self-check see. What was told is remembered, so that a look
 * that sees the same asks the database nothing; what could not be told is said with the next look.
 */
@Singleton
final class Alarms {

    private static final String EVERYWHERE = "";
    private static final int NAMED = 5;
    private static final int LONGEST_PLACE = 60;

    private final Troubles troubles;
    private final Beats beats;
    private final String node = node();
    private final Map<Cause, Optional<String>> told = new ConcurrentHashMap<>();
    private volatile Set<Long> late = Set.of();

    Alarms(Troubles troubles, Beats beats) {
        this.troubles = troubles;
        this.beats = beats;
    }

    private static String node() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            return name.substring(0, Math.min(name.length(), LONGEST_PLACE));
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    /** Portals that are late, of so many: told together, and anew when others join them. */
    void late(Collection<Watched> behind, int watched) {
        Set<Long> now = behind.stream().map(Watched::id).collect(Collectors.toSet());
        if (now.isEmpty()) {
            clear(Cause.LATE, EVERYWHERE);
        } else if (!late.containsAll(now)) {
            Severity severity = now.size() * 2 > watched ? Severity.CRITICAL : Severity.HIGH;
            tellLate(behind, now, severity);
        }
        late = late.stream().filter(now::contains).collect(Collectors.toUnmodifiableSet());
    }

    private void tellLate(Collection<Watched> behind, Set<Long> now, Severity severity) {
        String words = named(behind);
        if (troubles.stands(Cause.LATE, EVERYWHERE, severity, words)) {
            told.put(Cause.LATE, Optional.of(words));
            late = now;
        }
    }

    private static String named(Collection<Watched> behind) {
        List<String> names = behind.stream().map(Watched::name).sorted().toList();
        return names.size() + "\n" + names.stream().limit(NAMED).map(name -> name.replaceAll("\\R", " "))
                .collect(Collectors.joining(", ")) + (names.size() > NAMED ? ", …" : "");
    }

    /** Threads that began no turn for a while. */
    void silent() {
        say(Cause.THREADS, Severity.CRITICAL,
                Optional.of(String.join(", ", beats.silent())).filter(names -> !names.isEmpty()));
    }

    /** What is wrong at this node; nothing where it is not, or no longer. */
    void say(Cause cause, Severity severity, Optional<String> words) {
        words.ifPresentOrElse(said -> {
            if (!words.equals(told.get(cause)) && troubles.stands(cause, node, severity, said)) {
                told.put(cause, words);
            }
        }, () -> clear(cause, node));
    }

    /** Asked of the database once after the start, for what stood before it. */
    private void clear(Cause cause, String place) {
        if (!Optional.empty().equals(told.get(cause))) {
            troubles.over(cause, place);
            told.put(cause, Optional.empty());
        }
    }
}
