package vn.vonggac.incident;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.Verdict;

/**
 * Work on a portal that its people told of beforehand. What changed meanwhile weighs little; what was planted, said or
 * redirected weighs as ever.
 */
@MappedEntity("planned_change")
public record PlannedChange(@Id @GeneratedValue long id, long portalId, String pagePrefix, String author,
        String reason, Instant startsAt, Instant endsAt) {

    boolean covers(String page, Instant at) {
        return page.startsWith(pagePrefix) && !at.isBefore(startsAt) && at.isBefore(endsAt);
    }

    static Sighting lowered(List<PlannedChange> plans, Sighting sighting) {
        if (plans.stream().noneMatch(plan -> plan.covers(sighting.page(), sighting.at()))) {
            return sighting;
        }
        Verdict verdict = sighting.verdict();
        List<Finding> findings = verdict.findings().stream().map(PlannedChange::lowered).toList();
        return new Sighting(sighting.portal(), sighting.page(), sighting.at(), new Verdict(level(verdict),
                verdict.score(), findings, verdict.incomplete()), sighting.everyView(), sighting.exhibits(),
                sighting.home(), sighting.wellAgain());
    }

    /** A page of which nothing is left, and of which nothing else is said, is what was announced until repeats agree. */
    private static Verdict.Level level(Verdict verdict) {
        boolean onlyChanged = verdict.findings().stream()
                .allMatch(finding -> finding.family() == Family.CHANGE);
        return onlyChanged && verdict.level() == Verdict.Level.COMPROMISED
                ? Verdict.Level.SUSPICIOUS
                : verdict.level();
    }

    private static Finding lowered(Finding finding) {
        if (finding.family() != Family.CHANGE || finding.severity().compareTo(Severity.LOW) <= 0) {
            return finding;
        }
        return new Finding(finding.detector(), finding.family(), Severity.LOW, finding.confidence(),
                finding.view(), finding.place(), finding.quote(), finding.message(), finding.arguments(),
                finding.hosts());
    }
}
