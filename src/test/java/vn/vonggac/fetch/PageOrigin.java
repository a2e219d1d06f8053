package vn.vonggac.fetch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A fast, well-behaved server of one page, so that a benchmark measures the client. */
final class PageOrigin implements AutoCloseable {

    private static final int PAGE = 21_600;

    private final ServerSocket listener;
    private final byte[] answer = answer();

    PageOrigin() {
        try {
            listener = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            int ends = 0;
            for (int c = in.read(); c >= 0; c = in.read()) {
                ends = c == '\n' ? ends + 1 : c == '\r' ? ends : 0;
                if (ends == 2) {
                    socket.getOutputStream().write(answer);
                }
            }
        } catch (IOException e) {
            // the client hung up
            return;
        }
    }

    private static byte[] answer() {
        String page = "<!doctype html><title>Cổng thông tin điện tử</title>"
                + "<p>Ủy ban nhân dân tỉnh".repeat(1_000);
        byte[] body = java.util.Arrays.copyOf(page.getBytes(StandardCharsets.UTF_8), PAGE);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(("HTTP/1.1 200 OK\r\nServer: nginx\r\nDate: Sat, 21 Nov 2026 00:00:00 GMT\r\n"
                + "Content-Type: text/html; charset=utf-8\r\nContent-Length: " + PAGE
                + "\r\nConnection: keep-alive\r\nX-Frame-Options: SAMEORIGIN\r\nCache-Control: private\r\n"
                + "ETag: \"abc\"\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        answer.writeBytes(body);
        return answer.toByteArray();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
