package vn.vonggac.notify;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

/** The outbox is served from when the service is up. */
@Singleton
final class NotifyStart implements ApplicationEventListener<ServerStartupEvent> {

    private final Provider<Outbox> outbox;

    NotifyStart(Provider<Outbox> outbox) {
        this.outbox = outbox;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        outbox.get().start();
    }
}
