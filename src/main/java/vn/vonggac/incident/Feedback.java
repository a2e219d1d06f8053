package vn.vonggac.incident;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.vonggac.incident.Handling.Outcome;
import vn.vonggac.portal.Scope;

/** What people say of what was found: which detector was wrong, and how often each was right. */
@Singleton
public class Feedback {

    private final FeedbackRows rows;
    private final Incidents incidents;
    private final InstantSource time;

    Feedback(FeedbackRows rows, Incidents incidents, InstantSource time) {
        this.rows = rows;
        this.incidents = incidents;
        this.time = time;
    }

    /** Closes an incident as a false alarm, and keeps which of its detectors were wrong. */
    @Transactional
    public Optional<Outcome> falseAlarm(Scope scope, long id, Set<String> detectors,
            Function<Incident, Outcome> closing) {
        Optional<Outcome> outcome = incidents.handle(scope, id, closing);
        outcome.filter(Outcome.Done.class::isInstance).map(Outcome.Done.class::cast)
                .ifPresent(done -> keep(done.incident(), detectors));
        return outcome;
    }

    private void keep(Incident incident, Set<String> detectors) {
        Set<String> spoke = incident.findings().stream().map(finding -> finding.detector())
                .collect(Collectors.toSet());
        rows.clear(incident.id());
        rows.saveAll(detectors.stream().filter(spoke::contains)
                .map(detector -> new FeedbackRows.Wrong(0, incident.id(), detector)).toList());
    }

    /** Each detector's record over the incidents that were closed lately, the one most often wrong first. */
    public List<Precision> precision(Scope scope, Duration lately) {
        return rows.precision(scope.everything(), scope.ids(), time.instant().minus(lately));
    }
}
