package vn.vonggac.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.vonggac.incident.Step.Deed;

/**
 * A moment that a report asks for: which one, when it came, and who set it, the service by what it saw or a person;
 * empty where nobody is known.
 */
public record Moment(String id, Instant at, String who) {

    private static final Set<Deed> BEGINNINGS = EnumSet.of(Deed.RAISED, Deed.RAISED_BY_HAND, Deed.CAME_BACK,
            Deed.SPLIT_OFF);
    private static final String T0 = "t0";

    /**
     * T0, and each of the others when it first came since; what it recurred from and what was taken back is none, and
     * neither is what is yet to come.
     */
    public static List<Moment> of(Incident incident, List<Step> log) {
        List<Step> current = incident.timeline().current(log);
        List<Step> since = sinceRecurring(current);
        List<Moment> moments = new ArrayList<>();
        moments.add(new Moment(T0, incident.timeline().t0(),
                current.stream().filter(step -> BEGINNINGS.contains(step.deed())).map(Step::who).findFirst()
                        .orElse("")));
        Stream.of(first(current, Deed.NOTICED), first(current, Deed.ACKNOWLEDGED),
                first(since, Deed.CONTAINED), first(since, Deed.RESTORED),
                first(current.reversed(), Deed.CLOSED).filter(step -> !incident.active()))
                .flatMap(Optional::stream)
                .forEach(step -> moments.add(new Moment(step.deed().id(), step.at(), step.who())));
        return List.copyOf(moments);
    }

    private static List<Step> sinceRecurring(List<Step> current) {
        for (int i = current.size(); i > 0; i--) {
            if (current.get(i - 1).deed() == Deed.RECURRED) {
                return current.subList(i, current.size());
            }
        }
        return current;
    }

    private static Optional<Step> first(List<Step> steps, Deed deed) {
        return steps.stream().filter(step -> step.deed() == deed).findFirst();
    }
}
