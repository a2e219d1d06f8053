package vn.vonggac.incident;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Severity;

/** Takes apart what was joined and is not one cause. Pure. */
final class Splitting {

    private final Rules rules;

    Splitting(Rules rules) {
        this.rules = rules;
    }

    /** What stays, and what is an incident of its own from now on. */
    record Halves(Incident rest, Incident off) {}

    /** These pages with all that was found on them; empty where nothing would be left on one side. */
    Optional<Halves> pages(Incident incident, Set<String> pages) {
        Map<String, PageState> gone = new LinkedHashMap<>(incident.pages());
        gone.keySet().retainAll(pages);
        Map<String, PageState> kept = new LinkedHashMap<>(incident.pages());
        kept.keySet().removeAll(pages);
        return halves(incident, evidence -> pages.contains(evidence.page()), kept, gone, incident.apart());
    }

    /** What one detector found; from now on the new incident alone takes it on these pages. */
    Optional<Halves> detector(Incident incident, String detector) {
        Predicate<Evidence> its = evidence -> evidence.finding().detector().equals(detector);
        Set<String> shown = incident.evidence().stream().filter(its).map(Evidence::page)
                .collect(Collectors.toSet());
        Set<String> still = incident.evidence().stream().filter(its.negate()).map(Evidence::page)
                .collect(Collectors.toSet());
        Map<String, PageState> gone = new LinkedHashMap<>(incident.pages());
        gone.keySet().retainAll(shown);
        Map<String, PageState> kept = new LinkedHashMap<>(incident.pages());
        kept.keySet().removeIf(page -> shown.contains(page) && !still.contains(page));
        return halves(incident, its, kept, gone, Set.of(detector));
    }

    private Optional<Halves> halves(Incident incident, Predicate<Evidence> gone, Map<String, PageState> kept,
            Map<String, PageState> pages, Set<String> apart) {
        List<Evidence> off = incident.evidence().stream().filter(gone).toList();
        List<Evidence> rest = incident.evidence().stream().filter(gone.negate()).toList();
        if (off.isEmpty() || rest.isEmpty() || kept.isEmpty() || !incident.active()) {
            return Optional.empty();
        }
        return Optional.of(new Halves(staying(incident, kept, rest), leaving(incident, pages, off, apart)));
    }

    private static Incident staying(Incident incident, Map<String, PageState> pages,
            List<Evidence> evidence) {
        Cause left = Cause.of(Set.of(incident.kind()), findings(evidence));
        Cause gone = Cause.of(Set.of(), findings(without(incident.evidence(), evidence)));
        Cause cause = new Cause(incident.cause().kinds(),
                staying(incident.cause().domains(), left.domains(), gone.domains()),
                staying(incident.cause().texts(), left.texts(), gone.texts()));
        return new Incident(incident.id(), incident.portal(), incident.kind(), cause, incident.standing(),
                incident.timeline(), incident.level(), incident.score(), pages, evidence, incident.apart());
    }

    /** What is known of it without evidence stays too: more was seen than was kept. */
    private static Set<String> staying(Set<String> all, Set<String> left, Set<String> gone) {
        Set<String> staying = new LinkedHashSet<>(all);
        staying.removeIf(mark -> gone.contains(mark) && !left.contains(mark));
        return staying;
    }

    private static List<Evidence> without(List<Evidence> all, List<Evidence> some) {
        return all.stream().filter(evidence -> !some.contains(evidence)).toList();
    }

    private Incident leaving(Incident incident, Map<String, PageState> pages, List<Evidence> evidence,
            Set<String> apart) {
        List<Finding> findings = findings(evidence).stream().sorted(Part.BY_WEIGHT).toList();
        Set<Kind> kinds = Part.kinds(findings, rules);
        Severity severity = findings.stream().map(Finding::severity).max(Severity::compareTo).orElseThrow();
        Instant first = evidence.stream().map(Evidence::at).min(Instant::compareTo).orElseThrow();
        Instant last = pages.values().stream().map(PageState::lastSeen).max(Instant::compareTo).orElse(first);
        Timeline timeline = new Timeline(Timeline.startingAt(first).t0(), last, last,
                incident.timeline().sightings(), List.of(), Optional.empty(), Optional.empty(),
                List.of());
        Standing standing = new Standing(
                incident.standing().status() == Status.SUSPECTED ? Status.SUSPECTED : Status.OPEN,
                Optional.empty(), severity, false, incident.standing().gravity(), Optional.empty(),
                incident.standing().intermittent(), Optional.empty());
        return new Incident(Incident.UNSTORED, incident.portal(), Part.leading(kinds, findings, rules),
                Cause.of(kinds, findings), standing, timeline, incident.level(), incident.score(), pages,
                evidence, apart);
    }

    private static List<Finding> findings(List<Evidence> evidence) {
        return evidence.stream().map(Evidence::finding).toList();
    }
}
