package vn.vonggac.incident;

import io.micronaut.core.annotation.Introspected;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How many links of an incident a reader of its pages does not see, by what findings counted since T0: of each page the
 * most that one look saw. They are not {@code all} where there was more evidence than is kept; {@code gambling} says
 * whether it is about that.
 */
public record HiddenLinks(int links, boolean all, boolean gambling) {

    /** A finding that counts, or that tells what it is about. */
    @Introspected
    record Counted(long incident, String page, String detector, String arguments) {

        private int links() {
            String first = Lines.split(arguments).stream().findFirst().orElse("");
            return first.matches("\\d{1,6}") ? Integer.parseInt(first) : 0;
        }
    }

    static HiddenLinks of(Rules rules, Collection<Counted> counted, long findings) {
        Map<String, Integer> most = new HashMap<>();
        counted.stream().filter(each -> rules.hiddenLinks().contains(each.detector()))
                .forEach(each -> most.merge(each.page(), each.links(), Math::max));
        return new HiddenLinks(most.values().stream().mapToInt(Integer::intValue).sum(),
                findings < Evidence.MOST,
                counted.stream().anyMatch(each -> rules.gambling().contains(each.detector())));
    }

    /** The detectors that say something of it. */
    static List<String> detectors(Rules rules) {
        return Stream.concat(rules.hiddenLinks().stream(), rules.gambling().stream())
                .toList();
    }
}
