package vn.vonggac.incident;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import vn.vonggac.portal.Scope;

/** Incidents as charts count them: without false alarms, duplicates and planned changes. */
@Singleton
public class PastIncidents {

    private final PastRows rows;

    PastIncidents(PastRows rows) {
        this.rows = rows;
    }

    /** Those that showed since then, the newest first. */
    public List<PastIncident> since(Scope scope, Instant since) {
        return rows.since(scope.everything(), scope.ids(), since);
    }

    /** Those that were proved to be over since then. */
    public List<Containment> contained(Scope scope, Instant since) {
        return rows.contained(scope.everything(), scope.ids(), since);
    }
}
