package vn.vonggac.fetch;

import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Looks at one target under one view. Safe for any number of threads; blocks, so call it on virtual ones. */
@Singleton
public final class Fetcher implements AutoCloseable {

    private final FetchConfig config;
    private final InstantSource clock;

    public Fetcher(FetchConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
    }

    public FetchResult fetch(Target target, View view) {
        throw new UnsupportedOperationException(config.robotsAgent() + clock.instant());
    }

    @Override
    public void close() {}
}
