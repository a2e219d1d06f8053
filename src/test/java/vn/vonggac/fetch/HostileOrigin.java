package vn.vonggac.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that behaves as badly as servers do, on raw sockets, one behaviour a path; {@code /good} is an
 * ordinary page. Runs by itself too, for soaking: {@code main} prints the port.
 */
public final class HostileOrigin implements AutoCloseable {

    private final ServerSocket listener;
    private final Map<String, Behaviour> behaviours;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger connections = new AtomicInteger();

    @FunctionalInterface
    interface Behaviour {
        void answer(Line line) throws IOException;
    }

    public HostileOrigin() {
        this(new Behaviours().all());
    }

    private HostileOrigin(Map<String, Behaviour> behaviours) {
        this.behaviours = behaviours;
        try {
            listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public static void main(String[] arguments) throws InterruptedException {
        try (HostileOrigin origin = new HostileOrigin()) {
            System.out.println(origin.port() + " " + new TreeSet<>(origin.behaviours.keySet()));
            origin.closing.await();
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    public String url(String behaviour) {
        return "http://127.0.0.1:" + port() + "/" + behaviour;
    }

    Set<String> names() {
        return behaviours.keySet();
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                connections.incrementAndGet();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            for (String request = in.readLine(); request != null; request = in.readLine()) {
                StringBuilder headers = new StringBuilder();
                for (String header = in.readLine(); header != null
                        && !header.isEmpty(); header = in.readLine()) {
                    headers.append(header).append('\n');
                }
                String path = request.split(" ")[1].substring(1);
                Behaviour behaviour = behaviours.getOrDefault(path.split("\\?")[0], Behaviours::missing);
                behaviour.answer(new Line(socket, path, headers.toString(), this));
            }
        } catch (IOException e) {
            // the client went away, as it should
            return;
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One connection with one request read from it. */
    record Line(Socket socket, String path, String headers, HostileOrigin origin) {

        Line send(String text) throws IOException {
            return send(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        Line send(byte[] bytes) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
            return this;
        }

        /** Waits, or ends early when the origin closes. */
        Line rest(long millis) throws IOException {
            try {
                if (origin.closing.await(millis, TimeUnit.MILLISECONDS)) {
                    throw new IOException("closing");
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return this;
        }

        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        void hangUp() throws IOException {
            socket.close();
        }

        void repeat(byte[] bytes, long millis) throws IOException {
            while (true) {
                send(bytes);
                if (millis > 0) {
                    rest(millis);
                }
            }
        }
    }
}
