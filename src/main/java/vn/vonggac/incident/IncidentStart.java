package vn.vonggac.incident;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;

/** Puts the queue in the order of the clocks in force. */
@Singleton
final class IncidentStart implements ApplicationEventListener<ServerStartupEvent> {

    private final Queue queue;

    IncidentStart(Queue queue) {
        this.queue = queue;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        queue.workOutDue();
    }
}
