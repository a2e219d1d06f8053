package vn.vonggac.incident;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.vonggac.incident.Playbook.Item;
import vn.vonggac.incident.Step.Deed;

/** What is to be done about each kind of incident, as it is in force now. */
public final class Playbooks {

    private volatile Playbook inForce;

    Playbooks(Playbook first) {
        inForce = first;
    }

    void replace(Playbook next) {
        inForce = next;
    }

    /** An item, and the line of the log that says who did it and when. */
    public record Line(Item item, Optional<Step> done) {}

    /** The steps for an incident of a kind. */
    public List<Item> of(Kind kind) {
        return inForce.kinds().getOrDefault(kind, List.of());
    }

    public Optional<Item> find(Kind kind, String id) {
        return of(kind).stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** How far people have come with it, by the log of an incident. */
    public List<Line> lines(Kind kind, List<Step> log) {
        Map<String, Step> done = log.stream().filter(step -> step.deed() == Deed.PLAYBOOK)
                .collect(Collectors.toMap(step -> step.note().split(":", 2)[0], step -> step,
                        (first, later) -> first));
        return of(kind).stream().map(item -> new Line(item, Optional.ofNullable(done.get(item.id()))))
                .toList();
    }
}
