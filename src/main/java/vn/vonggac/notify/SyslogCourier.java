package vn.vonggac.notify;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.Severity;
import vn.vonggac.fetch.Outgoing;
import vn.vonggac.incident.Outline;

/**
 * Sends a line of CEF to a collector, in a frame of RFC 5424: over UDP, where nobody says whether it came, or over TCP
 * with a line end behind it.
 */
final class SyslogCourier {

    /** Facility local0, severity warning. */
    private static final int PRIORITY = 16 * 8 + 4;
    private static final int LONGEST = 8_000;

    private final Outgoing outgoing;
    private final Duration limit;

    SyslogCourier(Outgoing outgoing, Duration limit) {
        this.outgoing = outgoing;
        this.limit = limit;
    }

    Delivery send(Means.Syslog means, Telling telling) {
        return switch (outgoing.way(means.host())) {
            case Outgoing.Way.Open open -> at(open.addresses().getFirst(), means, line(telling));
            case Outgoing.Way.Shut shut -> new Delivery.Failed(Delivery.Reason.ADDRESS, shut.rule());
            case Outgoing.Way.Unknown unknown ->
                new Delivery.Failed(Delivery.Reason.UNKNOWN_HOST, unknown.host());
        };
    }

    private Delivery at(InetAddress address, Means.Syslog means, String line) {
        InetSocketAddress place = new InetSocketAddress(address, means.port());
        try {
            if (means.tcp()) {
                stream(place, line);
            } else {
                datagram(place, line);
            }
            return Delivery.SENT;
        } catch (SocketTimeoutException e) {
            return new Delivery.Failed(Delivery.Reason.TIMEOUT, limit.toString());
        } catch (IOException e) {
            return new Delivery.Failed(Delivery.Reason.CONNECT, String.valueOf(e.getMessage()));
        }
    }

    private void stream(InetSocketAddress place, String line) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(place, (int) limit.toMillis());
            socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
        }
    }

    private static void datagram(InetSocketAddress place, String line) throws IOException {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(bytes, Math.min(bytes.length, LONGEST), place));
        }
    }

    static String line(Telling telling) {
        return "<" + PRIORITY + ">1 " + telling.at() + " vonggac vonggac - " + telling.event() + " - "
                + "CEF:0|Vong Gac|vonggac|1|"
                + head(telling.facts().map(facts -> facts.incident().kind().id()).orElse(telling.event()))
                + "|"
                + head(telling.subject()) + "|"
                + telling.facts().map(facts -> weight(facts.incident().severity())).orElse(0) + "|"
                + fields(telling).entrySet().stream()
                        .map(field -> field.getKey() + "=" + value(field.getValue()))
                        .collect(Collectors.joining(" "));
    }

    private static Map<String, String> fields(Telling telling) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("rt", Long.toString(telling.at().toEpochMilli()));
        telling.facts().ifPresent(facts -> {
            Outline incident = facts.incident();
            fields.put("externalId", Long.toString(incident.id()));
            fields.put("start", Long.toString(incident.t0().toEpochMilli()));
            fields.put("act", Slug.of(incident.status()));
            fields.put("request", incident.firstPage());
            fields.put("cs1Label", "portal");
            fields.put("cs1", incident.named());
            fields.put("cs2Label", "hosts");
            fields.put("cs2", String.join(",", incident.domains()));
            fields.put("cn1Label", "pages");
            fields.put("cn1", Integer.toString(incident.pages()));
        });
        fields.put("cs3Label", "desk");
        fields.put("cs3", telling.link());
        return fields;
    }

    private static int weight(Severity severity) {
        return switch (severity) {
            case INFO -> 1;
            case LOW -> 3;
            case MEDIUM -> 5;
            case HIGH -> 8;
            case CRITICAL -> 10;
        };
    }

    private static String head(String text) {
        return Words.plain(text).replace("\\", "\\\\").replace("|", "\\|");
    }

    private static String value(String text) {
        return Words.plain(text).replace("\\", "\\\\").replace("=", "\\=");
    }
}
