package vn.vonggac.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.Verdict;

/** What one visit to one page says about one cause; {@code own} is the split-off incident that takes it, if any. */
record Part(String page, Instant at, Kind kind, Cause cause, Verdict.Level level, double score,
        List<Finding> findings, boolean home, OptionalLong own) {

    /** Those of somebody who simply comes by. */
    private static final Set<String> OPEN_VIEWS = Set.of("citizen", "");
    private static final double TELLING = 0.5;
    private static final Set<Family> SUPPORTING = EnumSet.of(Family.PLACE, Family.CHANGE, Family.AROUND);

    /** The parts of a sighting: one for all that was planted, one for each kind of posture. */
    static List<Part> of(Sighting sighting, Rules rules) {
        Map<Boolean, List<Finding>> findings = sighting.verdict().findings().stream()
                .collect(Collectors.partitioningBy(finding -> rules.kind(finding).posture()));
        List<Finding> planted = findings.getOrDefault(false, List.of());
        Stream<Part> content = sighting.flagged() && !planted.isEmpty()
                ? Stream.of(planted(sighting, planted, rules))
                : Stream.of();
        return Stream.concat(content, posture(sighting, findings.getOrDefault(true, List.of()), rules))
                .toList();
    }

    /** The same with what split-off incidents alone take, each in a part of its own. */
    Stream<Part> divided(List<Incident> known, Rules rules) {
        List<Finding> rest = new ArrayList<>(findings);
        List<Part> parts = new ArrayList<>();
        for (Incident incident : known) {
            List<Finding> taken = rest.stream().filter(finding -> takes(incident, finding, rules)).toList();
            if (!taken.isEmpty()) {
                rest.removeAll(taken);
                parts.add(holding(taken, rules).takenBy(incident.id()));
            }
        }
        if (!rest.isEmpty()) {
            parts.add(parts.isEmpty() ? this : holding(rest, rules));
        }
        return parts.stream();
    }

    private boolean takes(Incident incident, Finding finding, Rules rules) {
        return incident.apart().contains(finding.detector()) && incident.pages().containsKey(page)
                && (incident.active() || rules.comesBack(incident, at)
                        || incident.standing().resolution().filter(Resolution::settles).isPresent());
    }

    private Part holding(List<Finding> some, Rules rules) {
        Set<Kind> kinds = kinds(some, rules);
        return new Part(page, at, leading(kinds, some, rules), Cause.of(kinds, some), level, score, some,
                home,
                OptionalLong.empty());
    }

    private Part takenBy(long incident) {
        return new Part(page, at, kind, cause, level, score, findings, home,
                OptionalLong.of(incident));
    }

    private static Part planted(Sighting sighting, List<Finding> findings, Rules rules) {
        List<Finding> byWeight = findings.stream().sorted(BY_WEIGHT).toList();
        Set<Kind> kinds = kinds(byWeight, rules);
        return new Part(sighting.page(), sighting.at(), leading(kinds, byWeight, rules),
                Cause.of(kinds, byWeight),
                sighting.verdict().level(), sighting.verdict().score(), byWeight, sighting.home(),
                OptionalLong.empty());
    }

    /** What findings tell of; the weightiest first. */
    static Set<Kind> kinds(List<Finding> byWeight, Rules rules) {
        Set<Kind> kinds = byWeight.stream().filter(Part::telling).map(rules::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
        kinds.add(leading(kinds, byWeight, rules));
        return kinds;
    }

    /** Who is taken elsewhere reads what stands there: that is the smaller part of what was done. */
    static Kind leading(Set<Kind> kinds, List<Finding> byWeight, Rules rules) {
        return Stream.of(Kind.DEFACEMENT, Kind.REDIRECT).filter(kinds::contains).findFirst()
                .orElseGet(() -> rules.kind(byWeight.getFirst()));
    }

    private static Stream<Part> posture(Sighting sighting, List<Finding> findings, Rules rules) {
        Map<Kind, List<Finding>> byKind = findings.stream()
                .collect(Collectors.groupingBy(rules::kind, TreeMap::new, Collectors.toList()));
        return byKind.entrySet().stream()
                .map(entry -> new Part(sighting.page(), sighting.at(), entry.getKey(),
                        Cause.of(EnumSet.of(entry.getKey()), entry.getValue()), Verdict.Level.SUSPICIOUS,
                        entry.getValue().stream().mapToDouble(Finding::confidence).max().orElse(0),
                        entry.getValue(), sighting.home(), OptionalLong.empty()));
    }

    static final Comparator<Finding> BY_WEIGHT = Comparator
            .comparing((Finding finding) -> SUPPORTING.contains(finding.family()))
            .thenComparing(Finding::severity, Comparator.reverseOrder())
            .thenComparing(Finding::confidence, Comparator.reverseOrder());

    private static boolean telling(Finding finding) {
        return finding.confidence() >= TELLING && !SUPPORTING.contains(finding.family());
    }

    /** Whether whoever simply comes by meets it first: not what readers do not see, nor what only others are shown. */
    boolean prominent() {
        Set<Family> met = findings.stream().filter(finding -> OPEN_VIEWS.contains(finding.view()))
                .map(Finding::family).collect(Collectors.toSet());
        return home && !met.isEmpty() && (met.contains(Family.DEFACEMENT) || met.contains(Family.REDIRECT)
                || !met.contains(Family.PLACE));
    }

    /** These views, where none of them is that of somebody who simply comes by. */
    static Set<String> onlyFor(Set<String> views) {
        return views.stream().anyMatch(OPEN_VIEWS::contains) ? Set.of() : views;
    }

    Severity severity() {
        return findings.stream().map(Finding::severity).max(Comparator.naturalOrder()).orElse(Severity.LOW);
    }

    List<Evidence> evidence() {
        return findings.stream().map(finding -> new Evidence(page, at, finding)).toList();
    }
}
