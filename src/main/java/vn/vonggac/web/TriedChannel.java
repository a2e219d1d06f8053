package vn.vonggac.web;

import vn.vonggac.notify.Delivery;

/** What came of sending a test by a channel. */
public record TriedChannel(long channel, Delivery delivery) {

    public boolean sent() {
        return delivery instanceof Delivery.Sent;
    }

    public String words(Desk desk) {
        return switch (delivery) {
            case Delivery.Sent sent -> desk.say("web.channel.sent");
            case Delivery.Failed failed -> desk.say("web.channel.failed",
                    desk.say("notify.failed." + failed.reason().id(), failed.detail()));
        };
    }
}
