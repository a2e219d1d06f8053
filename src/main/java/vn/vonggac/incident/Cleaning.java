package vn.vonggac.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vonggac.detect.Verdict;
import vn.vonggac.incident.IncidentEvent.Unchanged;
import vn.vonggac.incident.IncidentEvent.Updated;
import vn.vonggac.incident.Step.Deed;

/**
 * What a visit that no longer shows an incident does to it: visits prove a clean-up, not a click. Of what somebody told
 * and no visit ever saw they prove nothing.
 */
final class Cleaning {

    private final Rules rules;

    Cleaning(Rules rules) {
        this.rules = rules;
    }

    List<IncidentEvent> observe(List<Incident> known, List<Part> parts, Sighting sighting) {
        if (sighting.verdict().level() == Verdict.Level.INCOMPLETE) {
            return List.of();
        }
        return known.stream().filter(Incident::active)
                .filter(incident -> incident.pages().containsKey(sighting.page()))
                .filter(incident -> parts.stream().noneMatch(part -> shows(part, incident)))
                .map(incident -> cleaned(incident, sighting)).toList();
    }

    private static boolean shows(Part part, Incident incident) {
        if (part.own().isPresent() || !incident.apart().isEmpty()) {
            return part.own().orElse(Incident.UNSTORED) == incident.id();
        }
        return incident.cause().sharesKind(part.cause()) || incident.cause().sharesDomain(part.cause())
                || incident.cause().sharesText(part.cause());
    }

    private IncidentEvent cleaned(Incident incident, Sighting sighting) {
        Incident clean = incident.clean(sighting);
        return incident.standing().status() == Status.SUSPECTED
                ? vanished(clean, sighting)
                : proved(clean, sighting);
    }

    /** One clean look dissolves nothing that was planted: kits show it once. What is only posture may pass. */
    private static IncidentEvent vanished(Incident incident, Sighting sighting) {
        List<Step> steps = new ArrayList<>();
        if (incident.kind().posture()) {
            Incident passed = incident
                    .with(incident.standing().resolved(Optional.of(Resolution.INDETERMINATE)));
            Step step = Step.byService(sighting.at(), Deed.CLOSED, Resolution.INDETERMINATE.id());
            return new Updated(passed.move(Action.DISMISS, step, steps), steps, false);
        }
        if (incident.standing().intermittent()) {
            return new Unchanged(incident);
        }
        steps.add(Step.byService(sighting.at(), Deed.CAME_CLEAN_ONCE, sighting.page()));
        return new Updated(incident.with(incident.standing().comesAndGoes()), steps, false);
    }

    private IncidentEvent proved(Incident incident, Sighting sighting) {
        List<Step> steps = new ArrayList<>();
        boolean counts = incident.roundComplete() && rules.countsAsRound(incident.timeline(), sighting.at());
        Incident round = counts ? round(incident, sighting, steps) : incident;
        Incident restored = round.toBeRestored() && round.wellAgain()
                ? round.restored(Step.byService(sighting.at(), Deed.RESTORED, ""), steps)
                : round;
        boolean over = !steps.isEmpty() && !round.onlyTold() && rules.provesClean(round.timeline());
        Incident now = over ? close(restored, sighting, steps) : restored;
        return steps.isEmpty() ? new Unchanged(now) : new Updated(now, steps, false);
    }

    private static Incident round(Incident incident, Sighting sighting, List<Step> steps) {
        Incident round = incident.cleanRound(sighting.at());
        int rounds = round.timeline().cleanRounds().size();
        steps.add(Step.byService(sighting.at(), Deed.CLEAN_ROUND, Integer.toString(rounds)));
        return round.onlyTold()
                ? round
                : round.move(Action.CONTAIN, Step.byService(sighting.at(), Deed.CONTAINED, ""), steps);
    }

    private static Incident close(Incident incident, Sighting sighting, List<Step> steps) {
        Step step = Step.byService(sighting.at(), Deed.CLOSED, Resolution.TRUE_POSITIVE.id());
        Incident resolved = incident
                .with(incident.standing().resolved(Optional.of(Resolution.TRUE_POSITIVE)));
        return resolved.move(Action.CLOSE, step, steps);
    }
}
