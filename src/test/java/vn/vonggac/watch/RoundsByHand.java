package vn.vonggac.watch;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.incident.WantedVisits;

/** The rounds of the watch, run when a test says so instead of when the timetable does. */
public final class RoundsByHand implements AutoCloseable {

    private final PortalRound round;
    private final WantedVisits wanted;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    public RoundsByHand(TestInstallation installation) {
        round = installation.bean(PortalRound.class);
        wanted = installation.bean(WantedVisits.class);
    }

    /** The turn of these portals, and of those that something is wanted of by now. */
    public void run(Set<Long> portals, Instant now) throws Exception {
        Set<Long> turns = new TreeSet<>(portals);
        turns.addAll(wanted.portals(now));
        List<Future<?>> running = turns.stream().<Future<?>>map(
                portal -> threads.submit(() -> round.run(portal))).toList();
        for (Future<?> each : running) {
            each.get();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
