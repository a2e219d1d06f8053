package vn.vonggac.notify;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** Where in a room of a chat an incident is talked of: {@code root} is the message that all later ones answer. */
@MappedEntity("notify_thread")
record ThreadRow(@Id @GeneratedValue long id, long channelId, long incidentId, String recipient,
        String root) {}
