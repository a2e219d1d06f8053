package vn.vonggac.notify;

import vn.vonggac.audit.Slug;

/** What came of sending. */
public sealed interface Delivery {

    /** It was taken; {@code detail} says what the other side did not take, empty where it took all. */
    record Sent(String detail) implements Delivery {}

    /** It was not. */
    record Failed(Reason reason, String detail) implements Delivery {}

    /** Why something was not sent. */
    enum Reason {
        ADDRESS, UNKNOWN_HOST, CONNECT, TLS, TIMEOUT, STATUS, REJECTED, ACCOUNT, NOBODY, BROKEN;

        public String id() {
            return Slug.of(this);
        }
    }

    Delivery SENT = new Sent("");
}
