package vn.vonggac.fetch;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at one target under one view. Safe for any number of threads; blocks, so call it on virtual ones. */
@Singleton
public final class Fetcher implements AutoCloseable {

    private final InstantSource clock;
    private final Walk.Parts parts;
    private final Deadlines deadlines;

    @Inject
    public Fetcher(FetchConfig config, InstantSource clock) {
        this(config, clock, Resolver::system, null);
    }

    Fetcher(FetchConfig config, InstantSource clock, Resolver resolver, @Nullable KeyStore anchors) {
        this.clock = clock;
        Wire wire = new Wire(config, new Certificates(anchors, clock));
        deadlines = new Deadlines(wire::tidy);
        parts = new Walk.Parts(config, new Gate(config, resolver), wire, new Protection(),
                new Unpacking(config.limits()));
    }

    public FetchResult fetch(Target target, View view) {
        Walk walk = new Walk(parts, target, view, clock.instant(), count -> true);
        try (Deadlines.Watch watch = deadlines.watch(parts.config().limits().deadline())) {
            return walk.run(watch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return walk.interrupted();
        }
    }

    /** The address ranges that the operator lets through the gate. */
    public List<String> allowed() {
        return parts.gate().allowed();
    }

    /** Connections in use at this moment. */
    int open() {
        return parts.wire().open();
    }

    @Override
    public void close() {
        deadlines.close();
        parts.gate().close();
        parts.wire().close();
    }
}
