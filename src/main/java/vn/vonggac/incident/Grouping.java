package vn.vonggac.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Severity;
import vn.vonggac.incident.IncidentEvent.Raised;
import vn.vonggac.incident.IncidentEvent.Unchanged;
import vn.vonggac.incident.IncidentEvent.Updated;
import vn.vonggac.incident.Step.Deed;
import vn.vonggac.incident.Suppression.Inhibited;
import vn.vonggac.incident.Suppression.Silenced;

/**
 * Decides what a visit does to the incidents of its portal. Pure: what was known goes in, what is to be kept comes
 * out, so that a replay and the service agree.
 */
public final class Grouping {

    private final Rules rules;
    private final Cleaning cleaning;

    public Grouping(Rules rules) {
        this.rules = rules;
        this.cleaning = new Cleaning(rules);
    }

    /**
     * What the visit did: {@code known} are the portal's active incidents, those that people closed and those that may
     * come back, {@code silences} those in force.
     */
    public List<IncidentEvent> observe(List<Incident> known, List<Silence> silences, Sighting sighting) {
        List<Incident> current = new ArrayList<>(known);
        List<Part> parts = Part.of(sighting, rules).stream()
                .flatMap(part -> part.divided(known, rules)).toList();
        List<IncidentEvent> events = new ArrayList<>();
        for (Part part : parts) {
            if (!settled(known, part)) {
                IncidentEvent event = take(current, silences, part, sighting.portal());
                replace(current, event.incident());
                events.add(event);
            }
        }
        events.addAll(cleaning.observe(known, parts, sighting));
        return List.copyOf(events);
    }

    /** What was closed before this moment is another incident when it is seen again at that one. */
    Instant comesBackSince(Instant at) {
        return at.minus(rules.recurrence());
    }

    private static void replace(List<Incident> current, Incident changed) {
        current.removeIf(incident -> changed.id() != Incident.UNSTORED && incident.id() == changed.id());
        current.add(changed);
    }

    private IncidentEvent take(List<Incident> current, List<Silence> silences, Part part, String portal) {
        Optional<Suppression> suppression = suppression(current, silences, part, portal);
        Optional<Incident> past = over(current, part);
        return match(current, part)
                .filter(incident -> knows(incident, part) || past.filter(over -> knows(over, part)).isEmpty())
                .map(incident -> update(incident, part, suppression))
                .or(() -> past.map(incident -> comeBack(incident, part, suppression)))
                .orElseGet(() -> raise(part, suppression, portal));
    }

    /** Whether a person has already answered exactly this on this page. */
    private static boolean settled(List<Incident> known, Part part) {
        return known.stream().filter(incident -> !incident.active())
                .filter(incident -> incident.standing().resolution().filter(Resolution::settles).isPresent())
                .filter(incident -> !incident.kind().posture() || incident.standing().resolution()
                        .filter(Resolution.INDETERMINATE::equals).isEmpty())
                .anyMatch(incident -> incident.pages().containsKey(part.page())
                        && incident.cause().covers(part.cause()));
    }

    private Optional<Incident> match(List<Incident> current, Part part) {
        return current.stream().filter(Incident::active).filter(incident -> belongs(incident, part))
                .min(Comparator.comparing((Incident incident) -> !incident.cause().sharesDomain(part.cause()))
                        .thenComparing(incident -> !knows(incident, part))
                        .thenComparing(incident -> incident.timeline().t0()));
    }

    /** Whether the page is one of its own: a page goes back to the part it was split off with, not to the other. */
    private static boolean knows(Incident incident, Part part) {
        return incident.pages().containsKey(part.page());
    }

    /** The one that was closed as a true attack, and that this is again. */
    private Optional<Incident> over(List<Incident> current, Part part) {
        return current.stream().filter(incident -> rules.comesBack(incident, part.at()))
                .filter(incident -> part.own().isPresent()
                        ? part.own().getAsLong() == incident.id()
                        : sameAgain(incident, part))
                .max(Comparator.comparing((Incident incident) -> knows(incident, part))
                        .thenComparing(incident -> incident.timeline().closedAt().orElseThrow()));
    }

    private static boolean sameAgain(Incident incident, Part part) {
        Cause cause = incident.cause();
        return part.kind().standsAlone() || incident.kind().posture()
                ? cause.kinds().contains(part.kind()) && knows(incident, part)
                : cause.sharesDomain(part.cause()) || cause.sharesText(part.cause());
    }

    /** Suspected first, as everything that one visit saw; what is to be kept quiet is the same incident all the same. */
    private IncidentEvent comeBack(Incident incident, Part part, Optional<Suppression> suppression) {
        List<Step> steps = new ArrayList<>();
        Incident back = weighed(incident.comingBack(part), part).move(Action.RECUR,
                Step.byService(part.at(), Deed.CAME_BACK, part.page()), steps);
        Incident now = confirm(resuppress(back, part, suppression, steps), part, steps);
        return new Updated(now, steps, suppression.isEmpty());
    }

    private boolean belongs(Incident incident, Part part) {
        return part.own().isPresent()
                ? part.own().getAsLong() == incident.id()
                : incident.apart().isEmpty() && sameCause(incident, part);
    }

    private boolean sameCause(Incident incident, Part part) {
        Cause cause = incident.cause();
        if (part.kind().standsAlone() || incident.kind().posture()) {
            return cause.kinds().contains(part.kind());
        }
        return cause.sharesDomain(part.cause()) || cause.sharesText(part.cause())
                || cause.sharesKind(part.cause()) && (stillDirty(incident, part) || sameWave(incident, part));
    }

    /** A kit that shows something else each time: the page never came clean in between. */
    private static boolean stillDirty(Incident incident, Part part) {
        return Optional.ofNullable(incident.pages().get(part.page())).filter(PageState::dirty).isPresent();
    }

    private boolean sameWave(Incident incident, Part part) {
        return Duration.between(incident.timeline().grewAt(), part.at()).abs().compareTo(rules.wave()) <= 0;
    }

    private IncidentEvent raise(Part part, Optional<Suppression> suppression, String portal) {
        Incident raised = weighed(Incident.raised(portal, part, suppression), part);
        List<Step> steps = new ArrayList<>();
        steps.add(Step.byService(part.at(), Deed.RAISED, part.page()));
        suppression.ifPresent(why -> steps.add(suppressed(part, why)));
        return new Raised(confirm(raised, part, steps), steps);
    }

    private IncidentEvent update(Incident incident, Part part, Optional<Suppression> suppression) {
        List<Step> steps = new ArrayList<>();
        Incident seen = weighed(incident.seen(part), part);
        boolean newPage = !incident.pages().containsKey(part.page());
        boolean worse = worse(incident, seen);
        if (newPage) {
            steps.add(Step.byService(part.at(), Deed.SEEN_ON_PAGE, part.page()));
        }
        if (!incident.cause().covers(part.cause())) {
            steps.add(Step.byService(part.at(), Deed.GREW, newWords(incident, part)));
        }
        if (worse) {
            steps.add(Step.byService(part.at(), Deed.WORSENED, part.level().name()));
        }
        Incident now = confirm(resuppress(seen, part, suppression, steps), part, steps);
        return steps.isEmpty()
                ? new Unchanged(now)
                : new Updated(now, steps, worse || audible(incident, suppression) || recurs(incident));
    }

    /** Findings say how bad it is; where it stands and on how many pages can make it worse. */
    private Incident weighed(Incident incident, Part part) {
        boolean critical = incident.severity() == Severity.HIGH && !incident.kind().posture()
                && (part.prominent() || incident.shownOn().size() >= rules.criticalPages());
        return critical ? incident.with(incident.standing().atLeast(Severity.CRITICAL)) : incident;
    }

    private static boolean worse(Incident before, Incident after) {
        return after.level().compareTo(before.level()) < 0
                || after.severity().compareTo(before.severity()) > 0;
    }

    private static boolean recurs(Incident before) {
        return before.standing().status() == Status.CONTAINED;
    }

    private static boolean audible(Incident before, Optional<Suppression> suppression) {
        return before.standing().suppression().isPresent() && suppression.isEmpty();
    }

    private static String newWords(Incident incident, Part part) {
        Set<String> domains = new HashSet<>(part.cause().domains());
        domains.removeAll(incident.cause().domains());
        Set<String> texts = new HashSet<>(part.cause().texts());
        texts.removeAll(incident.cause().texts());
        return String.join(", ", domains.isEmpty() ? texts : domains);
    }

    private static Incident resuppress(Incident incident, Part part, Optional<Suppression> suppression,
            List<Step> steps) {
        Optional<Suppression> before = incident.standing().suppression();
        if (before.equals(suppression)) {
            return incident;
        }
        steps.add(suppression.map(why -> suppressed(part, why))
                .orElseGet(() -> Step.byService(part.at(), Deed.UNSILENCED, "")));
        return incident.with(incident.standing().suppressed(suppression));
    }

    private static Step suppressed(Part part, Suppression why) {
        return switch (why) {
            case Silenced(long silence) ->
                Step.byService(part.at(), Deed.SILENCED, Long.toString(silence));
            case Inhibited(Kind by) -> Step.byService(part.at(), Deed.INHIBITED, by.id());
        };
    }

    private Incident confirm(Incident incident, Part part, List<Step> steps) {
        boolean sure = rules.unmistakable(part)
                || incident.timeline().sightings() >= rules.confirmations();
        Status status = incident.standing().status();
        if (status == Status.SUSPECTED && sure) {
            return incident.move(Action.CONFIRM, Step.byService(part.at(), Deed.CONFIRMED, ""), steps);
        }
        return status == Status.CONTAINED
                ? incident.move(Action.RECUR, Step.byService(part.at(), Deed.RECURRED, part.page()), steps)
                : incident;
    }

    private Optional<Suppression> suppression(List<Incident> current, List<Silence> silences, Part part,
            String portal) {
        List<Optional<Silence>> covering = part.findings().stream()
                .map(finding -> covering(silences, part, portal, finding)).toList();
        if (covering.stream().allMatch(Optional::isPresent)) {
            return covering.getFirst().map(silence -> new Silenced(silence.id()));
        }
        return current.stream().filter(Incident::active)
                .filter(incident -> incident.standing().status() != Status.CONTAINED).map(Incident::kind)
                .filter(kind -> rules.inhibits(kind, part.kind())).findFirst().map(Inhibited::new);
    }

    private static Optional<Silence> covering(List<Silence> silences, Part part, String portal,
            Finding finding) {
        return silences.stream()
                .filter(silence -> silence.covers(portal, part.page(), part.at(), finding)).findFirst();
    }
}
