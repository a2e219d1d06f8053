package vn.vonggac.feed;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for lists that got old, while the service runs. */
@Singleton
final class FeedRefresh implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(FeedRefresh.class);
    private static final Duration LOOKED_AT = Duration.ofMinutes(1);

    private final Feeds feeds;
    private final ScheduledExecutorService worker = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("feeds").daemon().factory());

    FeedRefresh(Feeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        begin();
    }

    /** The first look is over when the answer is. */
    Future<?> begin() {
        worker.scheduleWithFixedDelay(this::refresh, LOOKED_AT.toMillis(), LOOKED_AT.toMillis(),
                TimeUnit.MILLISECONDS);
        return worker.submit(this::refresh);
    }

    private void refresh() {
        try {
            feeds.refreshDue();
        } catch (RuntimeException e) {
            LOG.error("Lists were not refreshed; the next attempt comes in {}", LOOKED_AT, e);
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
