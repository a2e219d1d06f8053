package vn.vonggac.notify;

import java.util.List;
import java.util.Map;

/** A channel opened for sending: where it leads, with its secrets. None of these is ever shown or logged. */
sealed interface Means {

    /** A mail server. */
    record Mail(String host, int port, String security, String account, String password, String sender,
            List<String> recipients) implements Means {

        @Override
        public String toString() {
            return "Mail";
        }
    }

    /** One of our own making, signed with {@code secret}. */
    record Webhook(String url, String secret) implements Means {

        @Override
        public String toString() {
            return "Webhook";
        }
    }

    /** Whatever a gateway wants to be asked: a text with places, for each recipient or once. */
    record Template(String method, String url, Map<String, String> headers, String body, String secret,
            List<String> recipients) implements Means {

        @Override
        public String toString() {
            return "Template";
        }
    }

    /** An incoming webhook of a chat. */
    record Chat(String product, String url) implements Means {

        @Override
        public String toString() {
            return "Chat";
        }
    }

    record Telegram(String token, List<String> chats) implements Means {

        @Override
        public String toString() {
            return "Telegram";
        }
    }

    /** Rooms of a chat, by its own interface. */
    record Rooms(String product, String url, String token, List<String> rooms) implements Means {

        @Override
        public String toString() {
            return "Rooms";
        }
    }

    record Syslog(String host, int port, boolean tcp) implements Means {}
}
