package vn.vonggac.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** What a server answers, and how long it lets the visitor wait. */
@SuppressWarnings("ArrayRecordComponent")
record Answer(int status, Map<String, String> headers, byte[] body, Duration delay) {

    private static final String HTML = "text/html; charset=utf-8";

    Answer {
        headers = Map.copyOf(headers);
    }

    static Answer of(int status, String type, byte[] body) {
        return new Answer(status, Map.of("Content-Type", type), body, Duration.ZERO);
    }

    static Answer text(String type, String text) {
        return of(200, type, text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer html(String page) {
        return text(HTML, page);
    }

    static Answer absent() {
        return of(404, HTML,
                "<html><head><title>404</title></head><body><h1>Không tìm thấy trang</h1></body></html>"
                        .getBytes(StandardCharsets.UTF_8));
    }

    static Answer sentTo(String address) {
        return new Answer(302, Map.of("Location", address), new byte[0], Duration.ZERO);
    }

    boolean page() {
        return status == 200 && HTML.equals(headers.get("Content-Type"));
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The same page with something more before a mark in it. */
    Answer with(String more, String mark) {
        String text = text();
        int at = text.lastIndexOf(mark);
        return at < 0
                ? this
                : new Answer(status, headers,
                        (text.substring(0, at) + more + text.substring(at)).getBytes(StandardCharsets.UTF_8),
                        delay);
    }

    Answer from(Map<String, String> server) {
        Map<String, String> all = new TreeMap<>(server);
        all.putAll(headers);
        return new Answer(status, all, body, delay);
    }

    Answer after(Duration pause) {
        return new Answer(status, headers, body, pause);
    }
}
