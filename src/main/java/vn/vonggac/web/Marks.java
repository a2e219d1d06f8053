package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.vonggac.audit.Audit;
import vn.vonggac.corpus.SavedHunts;
import vn.vonggac.incident.Queue;
import vn.vonggac.notify.Outbox;
import vn.vonggac.watch.Checks;
import vn.vonggac.watch.FrontierPage;
import vn.vonggac.watch.Watch;

/**
 * What lists that somebody looks at compare: another word for each kind of list once its rows may be others. What
 * people change has a line in the trail; what comes by itself has a word of its own.
 */
@Singleton
final class Marks {

    static final String INCIDENTS = "incidents";
    static final String VISITS = "visits";

    private final Queue queue;
    private final Audit audit;
    private final Outbox outbox;
    private final Checks checks;
    private final SavedHunts hunts;
    private final Watch watch;

    Marks(Queue queue, Audit audit, Outbox outbox, Checks checks, SavedHunts hunts, Watch watch) {
        this.queue = queue;
        this.audit = audit;
        this.outbox = outbox;
        this.checks = checks;
        this.hunts = hunts;
        this.watch = watch;
    }

    Map<String, String> all() {
        return Map.of(INCIDENTS, queue.mark(), "trail", audit.mark(), "outbox", outbox.mark(), "checks",
                checks.mark(), "hunts", hunts.mark());
    }

    /** Those of the lists of one portal. */
    Map<String, String> of(long portal) {
        return Map.of(INCIDENTS, queue.mark(), VISITS, visits(portal));
    }

    /** Differs whenever a page of the portal was looked at. */
    String visits(long portal) {
        return watch.recent(portal, 1).stream().map(FrontierPage::visitedAt).map(Instant::toString)
                .findFirst().orElse("-");
    }

    /** As a stream tells them. */
    static String told(Map<String, String> marks) {
        return new TreeMap<>(marks).entrySet().stream().map(mark -> mark.getKey() + "=" + mark.getValue())
                .collect(Collectors.joining(";"));
    }
}
