package vn.vonggac.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** What a hostile origin can do. */
final class Behaviours {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String HTML = "Content-Type: text/html; charset=utf-8\r\n";
    private static final String GOOD = "<!doctype html><title>Trang tốt</title><p>Xin chào";
    private static final int BOMB = 24 << 20;

    private final Map<String, HostileOrigin.Behaviour> all = new LinkedHashMap<>();
    private final AtomicInteger counter = new AtomicInteger();

    Map<String, HostileOrigin.Behaviour> all() {
        ordinary();
        connection();
        heads();
        lengths();
        redirects();
        encodings();
        contents();
        return all;
    }

    static void missing(HostileOrigin.Line line) throws IOException {
        line.send("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    }

    private void ordinary() {
        all.put("good", line -> page(line, GOOD));
        all.put("echo", line -> page(line, line.headers()));
        all.put("etag", line -> line.send(line.headers().contains("If-None-Match: \"1\"")
                ? "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n"
                : OK + HTML
                        + "ETag: \"1\"\r\nLast-Modified: Sat, 21 Nov 2026 00:00:00 GMT\r\nContent-Length: 2\r\n\r\nhi"));
    }

    private void connection() {
        all.put("close", HostileOrigin.Line::hangUp);
        all.put("reset", HostileOrigin.Line::reset);
        all.put("silent", line -> line.rest(60_000));
        all.put("reset-mid-head", line -> line.send("HTTP/1.1 200 OK\r\nContent-Ty").rest(50).reset());
        all.put("close-mid-head",
                line -> line.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n").hangUp());
        all.put("reset-mid-body",
                line -> line.send(OK + HTML + "Content-Length: 9999\r\n\r\n<p>part").rest(100)
                        .reset());
        all.put("close-mid-body",
                line -> line.send(OK + HTML + "Content-Length: 9999\r\n\r\n<p>part").hangUp());
        all.put("stall-mid-body",
                line -> line.send(OK + HTML + "Content-Length: 9999\r\n\r\n<p>part").rest(60_000));
        all.put("drip-head", line -> line.send(OK).repeat("x".getBytes(StandardCharsets.US_ASCII), 100));
        all.put("drip-body", line -> line.send(OK + HTML + "Content-Length: 9999\r\n\r\n")
                .repeat("x".getBytes(StandardCharsets.US_ASCII), 50));
        all.put("close-kept", line -> {
            page(line, GOOD);
            line.hangUp();
        });
    }

    private void heads() {
        all.put("headers-without-end", line -> line.send(OK).repeat("X-A: b\r\n".repeat(50)
                .getBytes(StandardCharsets.US_ASCII), 0));
        all.put("header-line-without-end", line -> line.send(OK + "X-A: ").repeat(new byte[8192], 0));
        all.put("header-lines-long", line -> line
                .send(OK + ("X-A: " + "a".repeat(15_000) + "\r\n").repeat(20) + "Content-Length: 0\r\n\r\n"));
        all.put("header-injection", line -> line
                .send(OK + HTML + "X-A: b\rSet-Cookie: evil=1\0\r\nContent-Length: 2\r\n\r\nhi"));
        all.put("header-without-colon",
                line -> line.send(OK + HTML + "nonsense\r\nContent-Length: 2\r\n\r\nhi"));
        all.put("header-folded",
                line -> line.send(OK + HTML + "X-A: b\r\n  c\r\nContent-Length: 2\r\n\r\nhi"));
        all.put("header-utf8", line -> line.send((OK + HTML + "X-A: chào\r\nContent-Length: 2\r\n\r\nhi")
                .getBytes(StandardCharsets.UTF_8)));
        all.put("empty-lines",
                line -> line.repeat("\r\n".repeat(500).getBytes(StandardCharsets.US_ASCII), 0));
        all.put("no-http", line -> line.send("<html><body>HTTP/0.9 page</body></html>").hangUp());
        all.put("ssh", line -> line.send("SSH-2.0-OpenSSH_9.2\r\n").rest(60_000));
        all.put("noise", line -> line.repeat(HexFormat.of().parseHex("00ff13370d0a80fe"), 0));
        all.put("status-text", line -> line.send("HTTP/1.1 two hundred\r\nContent-Length: 0\r\n\r\n"));
        all.put("status-99", line -> line.send("HTTP/1.1 99 Low\r\nContent-Length: 0\r\n\r\n"));
        all.put("http2", line -> line.send("HTTP/2.0 200 OK\r\nContent-Length: 0\r\n\r\n"));
        all.put("interim-flood", line -> line.repeat("HTTP/1.1 100 Continue\r\n\r\n".getBytes(
                StandardCharsets.US_ASCII), 0));
        all.put("early-hints", line -> {
            line.send("HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n".repeat(3));
            page(line, GOOD);
        });
        all.put("switching",
                line -> line.send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n"));
        all.put("unasked-304", line -> line.send("HTTP/1.1 304 Not Modified\r\n\r\n"));
    }

    private void lengths() {
        all.put("length-short",
                line -> line.send(OK + HTML + "Content-Length: 7\r\n\r\n<p>part and garbage"));
        all.put("length-negative", line -> line.send(OK + HTML + "Content-Length: -5\r\n\r\nhi"));
        all.put("length-text", line -> line.send(OK + HTML + "Content-Length: many\r\n\r\nhi"));
        all.put("length-huge",
                line -> line.send(OK + HTML + "Content-Length: 9223372036854775807\r\n\r\n<p>part")
                        .hangUp());
        all.put("length-and-chunked", line -> line
                .send(OK + HTML
                        + "Content-Length: 99\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n"));
        all.put("chunk-not-hex", line -> chunked(line, "5\r\n<p>ab\r\nzz\r\nhello\r\n0\r\n\r\n"));
        all.put("chunk-too-large", line -> {
            chunked(line, "5\r\n<p>ab\r\nff\r\nhello");
            line.hangUp();
        });
        all.put("chunk-overflow", line -> chunked(line, "5\r\n<p>ab\r\nfffffffffffffffff\r\nhello"));
        all.put("chunk-without-line-end", line -> chunked(line, "5\r\n<p>abXX5\r\nhello\r\n0\r\n\r\n"));
        all.put("chunk-extension", line -> {
            chunked(line, "5;");
            line.repeat("a".repeat(4096).getBytes(StandardCharsets.US_ASCII), 0);
        });
        all.put("chunks-without-end", line -> {
            chunked(line, "");
            line.repeat(("1000\r\n" + "a".repeat(4096) + "\r\n").getBytes(StandardCharsets.US_ASCII), 0);
        });
        all.put("trailers-without-end", line -> {
            chunked(line, "5\r\n<p>ab\r\n0\r\n");
            line.repeat("X-A: b\r\n".repeat(50).getBytes(StandardCharsets.US_ASCII), 0);
        });
        all.put("body-without-end", line -> line.send(OK + HTML + "\r\n")
                .repeat("a".repeat(8192).getBytes(StandardCharsets.US_ASCII), 0));
        all.put("answer-twice", line -> {
            page(line, GOOD);
            page(line, "<p>poison");
        });
    }

    private void redirects() {
        all.put("redirect-endless",
                line -> redirect(line, "/redirect-endless?" + counter.incrementAndGet(), ""));
        all.put("redirect-itself", line -> redirect(line, "/redirect-itself", ""));
        all.put("redirect-circle",
                line -> redirect(line, "/redirect-circle?" + (line.path().endsWith("1") ? 2 : 1),
                        ""));
        all.put("redirect-large", line -> redirect(line, "/good", "a".repeat(4 << 20)));
        all.put("redirect-nowhere", line -> line.send("HTTP/1.1 302 Found\r\nContent-Length: 2\r\n\r\nhi"));
        all.put("redirect-private", line -> redirect(line, "http://10.0.0.1/", ""));
        all.put("redirect-metadata", line -> redirect(line, "http://169.254.169.254/latest/meta-data/", ""));
        all.put("redirect-file", line -> redirect(line, "file:///etc/passwd", ""));
        all.put("redirect-script", line -> redirect(line, "javascript:alert(1)", ""));
        all.put("redirect-port", line -> redirect(line, "http://127.0.0.1:22/", ""));
        all.put("redirect-userinfo", line -> redirect(line, "http://www.tinh.gov.vn@127.0.0.1/", ""));
        all.put("redirect-backslash", line -> redirect(line, "/\\evil.example/", ""));
        all.put("redirect-decimal", line -> redirect(line, "http://2130706433/", ""));
        all.put("redirect-cookie", line -> line.send(line.headers().contains("Cookie: seen=yes")
                ? OK + HTML + "Content-Length: 2\r\n\r\nhi"
                : "HTTP/1.1 302 Found\r\nSet-Cookie: seen=yes; Path=/\r\nLocation: /redirect-cookie\r\nContent-Length: 0\r\n\r\n"));
        all.put("refresh", line -> line
                .send(OK + HTML + "Refresh: 0; url=http://789bet.example/\r\nContent-Length: 2\r\n\r\nhi"));
    }

    private void encodings() {
        all.put("gzip", line -> packed(line, "gzip", gzip(GOOD.getBytes(StandardCharsets.UTF_8))));
        bombs("bomb-gzip", "gzip");
        bombs("bomb-deflate", "deflate");
        bombs("bomb-brotli", "br");
        bombs("bomb-zstd", "zstd");
        all.put("encoding-nested", line -> packed(line, "gzip, gzip", gzip(gzip(new byte[99]))));
        all.put("encoding-unknown", line -> packed(line, "rot13", new byte[]{1, 2, 3}));
        all.put("encoding-lie", line -> packed(line, "gzip", GOOD.getBytes(StandardCharsets.UTF_8)));
        all.put("encoding-lie-brotli", line -> packed(line, "br", new byte[]{-1, -1, -1, -1, -1}));
        all.put("gzip-broken", line -> {
            byte[] bytes = gzip("<p>abc ".repeat(50_000).getBytes(StandardCharsets.UTF_8));
            bytes[bytes.length / 2] ^= 0x55;
            packed(line, "gzip", bytes);
        });
        all.put("zstd-window",
                line -> packed(line, "zstd", HexFormat.of().parseHex("28b52ffd00b80100000061")));
    }

    private void contents() {
        all.put("empty", line -> line.send(OK + HTML + "Content-Length: 0\r\n\r\n"));
        all.put("no-content", line -> line.send("HTTP/1.1 204 No Content\r\n\r\n"));
        all.put("binary-as-html", line -> {
            line.send(OK + HTML + "Content-Length: 8\r\n\r\n")
                    .send(HexFormat.of().parseHex("0001020304fffe00"));
        });
        all.put("pdf-as-html", line -> page(line, "%PDF-1.7\n%abc"));
        all.put("html-as-pdf", line -> line
                .send(OK + "Content-Type: application/pdf\r\nContent-Length: 16\r\n\r\n<html><p>x</html"));
        all.put("charset-unknown", line -> line.send((OK + "Content-Type: text/html; charset=klingon\r\n"
                + "Content-Length: 20\r\n\r\n<p>Cổng thông tin").getBytes(StandardCharsets.UTF_8)));
        all.put("charset-wrong", line -> line.send((OK + "Content-Type: text/html; charset=iso-8859-1\r\n"
                + "Content-Length: 20\r\n\r\n<p>Cổng thông tin").getBytes(StandardCharsets.UTF_8)));
        all.put("bom-utf16", line -> {
            byte[] text = "\ufeff<p>Cổng thông tin".getBytes(StandardCharsets.UTF_16LE);
            line.send(OK + HTML + "Content-Length: " + text.length + "\r\n\r\n").send(text);
        });
        all.put("cookies", line -> line.send(OK + ("Set-Cookie: a" + "=b; Domain=gov.vn\r\n").repeat(150)
                + "Content-Length: 2\r\n\r\nhi"));
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private void bombs(String name, String coding) {
        try {
            byte[] bomb = bomb(coding);
            all.put(name, line -> packed(line, coding, bomb));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bomb(String coding) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = switch (coding) {
            case "gzip" -> new GZIPOutputStream(packed);
            case "deflate" -> new DeflaterOutputStream(packed);
            case "br" -> brotli(packed);
            default -> new com.github.luben.zstd.ZstdOutputStream(packed);
        }) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < BOMB / zeros.length; i++) {
                out.write(zeros);
            }
        }
        return packed.toByteArray();
    }

    private static OutputStream brotli(OutputStream out) throws IOException {
        com.aayushatharva.brotli4j.Brotli4jLoader.ensureAvailability();
        return new com.aayushatharva.brotli4j.encoder.BrotliOutputStream(out,
                new com.aayushatharva.brotli4j.encoder.Encoder.Parameters().setQuality(1));
    }

    private static void page(HostileOrigin.Line line, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        line.send(OK + HTML + "Content-Length: " + bytes.length + "\r\n\r\n").send(bytes);
    }

    private static void packed(HostileOrigin.Line line, String coding, byte[] bytes) throws IOException {
        line.send(OK + HTML + "Content-Encoding: " + coding + "\r\nContent-Length: " + bytes.length
                + "\r\n\r\n")
                .send(bytes);
    }

    private static void chunked(HostileOrigin.Line line, String chunks) throws IOException {
        line.send(OK + HTML + "Transfer-Encoding: chunked\r\n\r\n" + chunks);
    }

    private static void redirect(HostileOrigin.Line line, String location, String body) throws IOException {
        line.send("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: " + body.length()
                + "\r\n\r\n"
                + body);
    }
}
