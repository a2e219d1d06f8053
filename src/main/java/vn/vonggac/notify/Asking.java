package vn.vonggac.notify;

import java.util.List;
import java.util.Map;
import vn.vonggac.fetch.Outgoing;

/** Asks over HTTP; only an answer of 2xx means that it was taken. */
final class Asking {

    static final String JSON = "application/json; charset=utf-8";
    private static final int LONGEST_SAID = 200;

    private final Outgoing outgoing;

    Asking(Outgoing outgoing) {
        this.outgoing = outgoing;
    }

    /** What came of it, and the beginning of what was said. */
    record Answered(Delivery delivery, String text) {}

    Delivery tell(String method, String url, Map<String, String> headers, String body) {
        return ask(method, url, headers, body).delivery();
    }

    Answered ask(String method, String url, Map<String, String> headers, String body) {
        return switch (outgoing.ask(new Outgoing.Request(method, url, headers, body))) {
            case Outgoing.Answer.Said said ->
                new Answered(judged(said, List.of(url, headers.values().toString())), said.text());
            case Outgoing.Answer.Shut shut ->
                new Answered(new Delivery.Failed(Delivery.Reason.ADDRESS, shut.rule()), "");
            case Outgoing.Answer.Broke broke ->
                new Answered(new Delivery.Failed(reason(broke.cause()), broke.detail()), "");
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
