package vn.vonggac.incident;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import vn.vonggac.audit.Audit;
import vn.vonggac.portal.Scope;

/** What reviewers asked to keep quiet about. A silence ends by itself, and never lasts for ever. */
@Singleton
public class Silences {

    /** How long one may last at most. */
    public static final Duration LONGEST = Duration.ofDays(90);

    private final SilenceRows rows;
    private final IncidentRows incidents;
    private final Audit audit;
    private final InstantSource time;

    Silences(SilenceRows rows, IncidentRows incidents, Audit audit, InstantSource time) {
        this.rows = rows;
        this.incidents = incidents;
        this.audit = audit;
        this.time = time;
    }

    /**
     * Adds one from now on; empty where it names nothing, gives no reason, has ended already, is too long, or reaches over more
     * than the one who asks may see.
     */
    @Transactional
    public Optional<Silence> add(Scope scope, Silence.Matcher matcher, String reason, Instant until,
            String author) {
        Silence silence = new Silence(0, matcher, author, reason.strip(), time.instant(), until);
        if (!silence.namesSomething() || silence.reason().isEmpty() || !until.isAfter(time.instant())
                || until.isAfter(time.instant().plus(LONGEST))
                || !reaches(scope, matcher)) {
            return Optional.empty();
        }
        Silence kept = rows.save(SilenceRow.of(silence)).silence();
        audit.record(author, "incident.act.silence-add", "silence:" + kept.id(), kept.reason());
        return Optional.of(kept);
    }

    private boolean reaches(Scope scope, Silence.Matcher matcher) {
        return matcher.portal().map(portal -> incidents.agency(Long.parseLong(portal)).filter(scope::includes)
                .isPresent()).orElse(scope.everything());
    }

    /** Ends one now. */
    @Transactional
    public boolean end(Scope scope, long id, String who) {
        Optional<Silence> silence = rows.findById(id).map(SilenceRow::silence)
                .filter(found -> reaches(scope, found.matcher()));
        if (silence.isEmpty() || rows.end(id, time.instant()) == 0) {
            return false;
        }
        audit.record(who, "incident.act.silence-end", "silence:" + id, silence.get().reason());
        return true;
    }

    /** Those in force, the ones that end first first. */
    public List<Silence> inForce(Scope scope) {
        return rows.endingAfter(scope.everything(), scope.ids(), time.instant()).stream()
                .map(SilenceRow::silence)
                .toList();
    }
}
