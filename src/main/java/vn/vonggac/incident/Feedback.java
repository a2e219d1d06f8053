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
import vn.vonggac.incident.Step.Deed;
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

    /** Does something to an incident; closed as a false alarm without a word of which was wrong, all who spoke were. */
    @Transactional
    public Optional<Outcome> handle(Scope scope, long id, Function<Incident, Outcome> act) {
        Optional<Outcome> outcome = incidents.handle(scope, id, act);
        outcome.filter(Outcome.Done.class::isInstance).map(Outcome.Done.class::cast)
                .filter(done -> done.steps().stream().anyMatch(step -> step.deed() == Deed.CLOSED))
                .map(Outcome.Done::incident).filter(Feedback::isFalse)
                .ifPresent(closed -> keep(closed, spoke(closed)));
        return outcome;
    }

    private static boolean isFalse(Incident incident) {
        return incident.standing().resolution().filter(Resolution.FALSE_POSITIVE::equals).isPresent();
    }

    private static Set<String> spoke(Incident incident) {
        return incident.evidence().stream().filter(told -> incident.timeline().current(told.at()))
                .map(told -> told.finding().detector()).collect(Collectors.toSet());
    }

    private void keep(Incident incident, Set<String> detectors) {
        rows.clear(incident.id());
        rows.saveAll(detectors.stream().filter(spoke(incident)::contains)
                .map(detector -> new FeedbackRows.Wrong(0, incident.id(), detector)).toList());
    }

    /** Each detector's record over the incidents that were closed lately, the one most often wrong first. */
    public List<Precision> precision(Scope scope, Duration lately) {
        return rows.precision(scope.everything(), scope.ids(), time.instant().minus(lately));
    }
}
