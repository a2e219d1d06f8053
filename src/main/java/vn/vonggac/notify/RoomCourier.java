package vn.vonggac.notify;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Posts into rooms of a chat that says by what name it keeps a message, so that what becomes of an incident stands below
 * the first message about it: Telegram, and Slack or Mattermost by their own interface.
 */
final class RoomCourier {

    private static final String TELEGRAM = "https://api.telegram.org/bot";
    private static final Pattern TELEGRAM_NAME = Pattern.compile("\"message_id\"\\s*:\\s*(\\d{1,20})");
    private static final Pattern SLACK_NAME = Pattern.compile("\"ts\"\\s*:\\s*\"([0-9.]{1,40})\"");
    private static final Pattern MATTERMOST_NAME = Pattern.compile("\"id\"\\s*:\\s*\"([a-z0-9]{1,40})\"");
    private static final Pattern REFUSED = Pattern.compile("\"ok\"\\s*:\\s*false");
    private static final Pattern ERROR = Pattern.compile("\"error\"\\s*:\\s*\"([a-z_]{1,80})\"");

    private final Asking asking;
    private final Bodies bodies;

    RoomCourier(Asking asking, Bodies bodies) {
        this.asking = asking;
        this.bodies = bodies;
    }

    /** What came of posting; {@code name} is by what the chat keeps it, empty where it did not say. */
    record Posted(Delivery delivery, String name) {

        /** Whether the chat understood, and would not have it so: the thread may be gone. */
        boolean refused() {
            return delivery instanceof Delivery.Failed(Delivery.Reason reason, String detail)
                    && (reason == Delivery.Reason.REJECTED || detail.startsWith("400"));
        }
    }

    Delivery send(Means.Telegram means, Telling telling, Round round) {
        String url = TELEGRAM + means.token() + "/sendMessage";
        return round.tellBelow(means.chats(), (chat, root) -> posted(asking.ask("POST", url,
                Map.of("Content-Type", Asking.JSON), bodies.post(telling, chat, root)), TELEGRAM_NAME));
    }

    Delivery send(Means.Rooms means, Telling telling, Round round) {
        String url = means.url().replaceFirst("/+$", "");
        Map<String, String> headers = Map.of("Content-Type", Asking.JSON, "Authorization",
                "Bearer " + means.token());
        return round.tellBelow(means.rooms(), (room, root) -> means.product().equals("slack")
                ? posted(asking.ask("POST", url + "/api/chat.postMessage", headers,
                        bodies.slack(telling, room, root)), SLACK_NAME)
                : posted(asking.ask("POST", url + "/api/v4/posts", headers,
                        bodies.mattermost(telling, room, root)), MATTERMOST_NAME));
    }

    /** Slack says no with a status of 200. */
    private static Posted posted(Asking.Answered answered, Pattern name) {
        if (answered.delivery() instanceof Delivery.Sent && REFUSED.matcher(answered.text()).find()) {
            return new Posted(new Delivery.Failed(Delivery.Reason.REJECTED,
                    first(ERROR, answered.text()).orElse("")), "");
        }
        return new Posted(answered.delivery(), first(name, answered.text()).orElse(""));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
