package vn.vonggac.incident;

import jakarta.inject.Singleton;
import java.util.Optional;
import vn.vonggac.portal.Listed;
import vn.vonggac.portal.Scope;

/** The incidents of the agencies that somebody sees, the gravest first. */
@Singleton
public final class Queue {

    private final QueueRows rows;
    private final Incidents incidents;
    private final IncidentTables tables;

    Queue(QueueRows rows, Incidents incidents, IncidentTables tables) {
        this.rows = rows;
        this.incidents = incidents;
        this.tables = tables;
    }

    /** Those that stand at this status; where none is named, all that are not closed. */
    public Listed<Incident> list(Scope scope, Optional<Status> status, int size, long skip) {
        String word = status.map(Status::name).orElse("");
        return new Listed<>(rows.list(scope.everything(), scope.ids(), word, size, skip).stream()
                .map(tables::load).toList(), rows.count(scope.everything(), scope.ids(), word));
    }

    public long open(Scope scope) {
        return rows.count(scope.everything(), scope.ids(), "");
    }

    public Optional<Incident> find(Scope scope, long id) {
        return incidents.find(scope, id);
    }
}
