package vn.vonggac.notify;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** Sends over HTTP, where nothing is said in return. */
final class WebCourier {

    private final Asking asking;
    private final Bodies bodies;

    WebCourier(Asking asking, Bodies bodies) {
        this.asking = asking;
        this.bodies = bodies;
    }

    Delivery send(Means.Webhook means, Telling telling) {
        String body = bodies.notice(telling);
        String timestamp = Long.toString(telling.at().getEpochSecond());
        return asking.tell("POST", means.url(),
                Map.of("Content-Type", Asking.JSON, "Vonggac-Message", telling.key(),
                        "Vonggac-Timestamp", timestamp, "Vonggac-Signature",
                        "v1=" + signature(means.secret(), timestamp + "." + body)),
                body);
    }

    /** HMAC-SHA256 over what is said, in hexadecimal digits. */
    static String signature(String secret, String said) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmacHex(said);
    }

    Delivery send(Means.Chat means, Telling telling) {
        String body = means.product().equals("teams") ? bodies.card(telling) : bodies.chat(telling);
        return asking.tell("POST", means.url(), Map.of("Content-Type", Asking.JSON), body);
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
        headers.putIfAbsent("Content-Type", Asking.JSON);
        UnaryOperator<String> escape = Filled.escape(headers.get("Content-Type"));
        String method = means.method().toUpperCase(Locale.ROOT);
        return asking.tell(method, Filled.fill(means.url(), places, Filled::url), headers,
                method.equals("GET") ? "" : Filled.fill(means.body(), places, escape));
    }
}
