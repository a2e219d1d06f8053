package vn.vonggac.watch;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;

/** The watch begins when the service is up. */
@Singleton
final class WatchStart implements ApplicationEventListener<ServerStartupEvent> {

    private final Watch watch;

    WatchStart(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        watch.start();
    }
}
