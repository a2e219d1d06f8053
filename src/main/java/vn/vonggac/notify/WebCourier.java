package vn.vonggac.notify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import vn.vonggac.fetch.Outgoing;

/** Sends over HTTP; only an answer of 2xx means that it was taken. */
final class WebCourier {

    private static final String JSON = "application/json; charset=utf-8";
    private static final String TELEGRAM = "https://api.telegram.org/bot";
    private static final int LONGEST_SAID = 200;

    private final Outgoing outgoing;
    private final Bodies bodies;

    WebCourier(Outgoing outgoing, Bodies bodies) {
        this.outgoing = outgoing;
        this.bodies = bodies;
    }

    Delivery send(Means.Webhook means, Telling telling) {
        String body = bodies.notice(telling);
        String timestamp = Long.toString(telling.at().getEpochSecond());
        return ask("POST", means.url(), Map.of("Content-Type", JSON, "Vonggac-Message", telling.key(),
                "Vonggac-Timestamp", timestamp, "Vonggac-Signature",
                "v1=" + signature(means.secret(), timestamp + "." + body)), body);
    }

    /** HMAC-SHA256 over what is said, in hexadecimal digits. */
    static String signature(String secret, String said) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmacHex(said);
    }

    Delivery send(Means.Chat means, Telling telling) {
        String body = means.product().equals("teams") ? bodies.card(telling) : bodies.chat(telling);
        return ask("POST", means.url(), Map.of("Content-Type", JSON), body);
    }

    Delivery send(Means.Telegram means, Telling telling, Round round) {
        String url = TELEGRAM + means.token() + "/sendMessage";
        return round.tell(means.chats(),
                chat -> ask("POST", url, Map.of("Content-Type", JSON), bodies.post(telling, chat)));
    }

    /** Once for each recipient where the gateway wants to know whom; else once. */
    Delivery send(Means.Template means, Telling telling, Round round) {
        boolean each = Filled.asks(means.url() + means.body(), "to");
        return each
                ? round.tell(means.recipients(), to -> filled(means, telling, to))
                : filled(means, telling, String.join(",", means.recipients()));
    }

    private Delivery filled(Means.Template means, Telling telling, String to) {
        Map<String, String> places = telling.places(to, means.secret());
        Map<String, String> headers = new LinkedHashMap<>();
        means.headers().forEach(
                (name, value) -> headers.put(name, Filled.fill(value, places, Words::plain)));
        headers.putIfAbsent("Content-Type", JSON);
        UnaryOperator<String> escape = Filled.escape(headers.get("Content-Type"));
        String method = means.method().toUpperCase(Locale.ROOT);
        return ask(method, Filled.fill(means.url(), places, Filled::url), headers,
                method.equals("GET") ? "" : Filled.fill(means.body(), places, escape));
    }

    private Delivery ask(String method, String url, Map<String, String> headers, String body) {
        return switch (outgoing.ask(new Outgoing.Request(method, url, headers, body))) {
            case Outgoing.Answer.Said said -> judged(said, List.of(url, headers.values().toString()));
            case Outgoing.Answer.Shut shut -> new Delivery.Failed(Delivery.Reason.ADDRESS, shut.rule());
            case Outgoing.Answer.Broke broke -> new Delivery.Failed(reason(broke.cause()), broke.detail());
        };
    }

    /** What the server says is shown to administrators; one that repeats what it was sent does not get that far. */
    private static Delivery judged(Outgoing.Answer.Said said, List<String> sent) {
        if (said.status() >= 200 && said.status() < 300) {
            return Delivery.SENT;
        }
        String text = Words.plain(said.text());
        boolean repeats = text.length() > 12 && sent.stream().anyMatch(each -> each.contains(text));
        String shown = repeats ? "" : text.substring(0, Math.min(text.length(), LONGEST_SAID));
        return new Delivery.Failed(Delivery.Reason.STATUS, (said.status() + " " + shown).strip());
    }

    private static Delivery.Reason reason(Outgoing.Cause cause) {
        return switch (cause) {
            case UNKNOWN_HOST -> Delivery.Reason.UNKNOWN_HOST;
            case CONNECT -> Delivery.Reason.CONNECT;
            case TLS -> Delivery.Reason.TLS;
            case TIMEOUT -> Delivery.Reason.TIMEOUT;
            case BROKEN -> Delivery.Reason.BROKEN;
        };
    }
}
